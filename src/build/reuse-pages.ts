import { linkSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { digestOf } from '../collection/digest.ts';
import type { BuildRecord, PagePicture, RecordedPage } from './build-record.ts';

/** What became of the pages of a build. */
export interface PageReuse {
  readonly integration: AstroIntegration;
  /** The pages that the next build may take over, by their paths in the site. */
  readonly pages: Record<string, RecordedPage>;
  /** How many were taken over from the last build. */
  readonly reused: () => number;
  readonly rendered: () => number;
}

/**
 * Takes over from the last build every page that would come out the same: one whose route says, as
 * `cacheKey`, what it shows, where that and all that pages depend on is as it was, and whose file
 * is still as the last build left it. Astro renders the others.
 *
 * (Astro's own `experimental.incrementalBuild` keeps a second copy of each page, believes it
 * unseen, and knows nothing of what a page reads outside Vite.)
 * @param options.last what the last build left
 * @param options.version of this build: see `BuildRecord`
 * @param options.from the folder that the last build filled
 * @param options.to the folder that this build fills
 * @param options.onProgress is told how many of the pages to be rendered are done
 */
export function reusePages({
  last,
  version,
  from,
  to,
  onProgress,
}: {
  readonly last: BuildRecord | undefined;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly onProgress: (done: number, total: number) => void;
}): PageReuse {
  const pages: Record<string, RecordedPage> = {};
  const known = last?.version === version ? last : undefined;
  const shows = new Map<string, string>();
  let reused = 0;
  let rendered = 0;
  let total = 0;

  function takeOver(path: string, cacheKey: string): boolean {
    const page = known?.pages[path];
    if (page?.shows !== cacheKey) return false;
    if (!linkIfUnchanged(join(from, path), join(to, path), known?.files[path])) return false;
    pages[path] = page;
    return true;
  }

  function prerenderer(astro: AstroPrerenderer): AstroPrerenderer {
    return {
      ...astro,
      name: 'reuse-pages',
      getStaticPaths: async () => {
        const paths = await astro.getStaticPaths();
        const changed = paths.filter(({ pathname, cacheKey }) => {
          if (cacheKey === undefined) return true;
          const path = `${pathname.replace(/^\//, '')}.html`;
          if (takeOver(path, cacheKey)) return false;
          shows.set(path, cacheKey);
          return true;
        });
        reused = paths.length - changed.length;
        total = changed.length;
        return changed;
      },
      render: async (request, options) => {
        const result = await astro.render(request, { ...options, collectMetadata: true });
        onProgress(++rendered, total);
        const path = decodeURI(new URL(request.url).pathname.slice(1));
        const cacheKey = shows.get(path);
        const metadata = 'metadata' in result ? result.metadata : undefined;
        // A page that shows a picture's original is rendered each time: Astro does not tell a build
        // that leaves the page out to keep the file.
        if (cacheKey !== undefined && metadata && (metadata.referencedImages ?? []).length === 0) {
          pages[path] = { shows: cacheKey, pictures: metadata.staticImages };
        }
        return result;
      },
      collectStaticImages: async () =>
        staticImages(Object.values(pages).flatMap(({ pictures }) => pictures)),
    };
  }

  return {
    integration: {
      name: 'reuse-pages',
      hooks: {
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer(prerenderer);
        },
      },
    },
    pages,
    reused: () => reused,
    rendered: () => rendered,
  };
}

/** Puts a file in a second place, if it is as it was when its digest was taken. */
function linkIfUnchanged(from: string, to: string, digest: string | undefined): boolean {
  try {
    if (digestOf(readFileSync(from)) !== digest) return false;
  } catch {
    return false;
  }
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Not every file system knows links.
    copyFileSync(from, to);
  }
  return true;
}

/** The pictures of pages that are not rendered, in the form in which Astro lists those of others. */
function staticImages(
  pictures: readonly PagePicture[],
): Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>> {
  const list: ReturnType<typeof staticImages> = new Map();
  for (const { originalPath, originalSrcPath, hash, finalPath, transform } of pictures) {
    const known = list.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
    known.transforms.set(hash, { finalPath, transform });
    list.set(originalPath, known);
  }
  return list;
}
