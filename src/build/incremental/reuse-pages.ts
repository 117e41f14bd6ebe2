import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { BuildRecord, PagePicture, RecordedPage } from './build-record.ts';
import { linkIfUnchanged } from './link-if-unchanged.ts';

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What became of the pages of a build. */
export interface PageReuse {
  /** For Astro, which is to do the build. */
  readonly integration: AstroIntegration;
  /** The pages that the next build may take over, by their paths in the site. */
  readonly pages: Record<string, RecordedPage>;
  /** How many pages were taken over, and how many rendered. */
  readonly count: { reused: number; rendered: number };
}

/**
 * Takes over from the last build every page that would come out the same: one whose route says, as
 * `cacheKey`, what it shows, where that and all that pages depend on is as it was, and whose file
 * is still as the last build left it. Astro renders the others.
 *
 * (Astro's own `experimental.incrementalBuild` keeps a second copy of each page, takes it for good
 * without looking, and knows nothing of what a page reads outside Vite.)
 * @param options.last what the last build left, if all that pages depend on is as it was
 * @param options.from the folder that the last build filled
 * @param options.to the folder that this build fills
 * @param options.onProgress is told how many of the pages to be rendered are done
 */
export function reusePages(options: {
  readonly last: BuildRecord | undefined;
  readonly from: string;
  readonly to: string;
  readonly onProgress: (done: number, total: number) => void;
}): PageReuse {
  const { last, from, to, onProgress } = options;
  const pages: Record<string, RecordedPage> = {};
  const count = { reused: 0, rendered: 0 };

  function takeOver(path: string, cacheKey: string | undefined): boolean {
    const page = last?.pages[path];
    if (page === undefined || page.shows !== cacheKey) return false;
    if (!linkIfUnchanged(join(from, path), join(to, path), last?.files[path])) return false;
    pages[path] = page;
    return true;
  }

  /** Renders a page, and writes it if Astro has nothing to say about it; tells whether it did. */
  async function renderHere(
    astro: AstroPrerenderer,
    path: string,
    { cacheKey, route }: PathWithRoute,
  ): Promise<boolean> {
    if (cacheKey === undefined) return false;
    const request = new Request(new URL(path, ANY_ORIGIN));
    const rendered = await astro.render(request, { routeData: route, collectMetadata: true });
    const { response, metadata } = 'response' in rendered ? rendered : { response: rendered };
    if (response.status !== 200) return false;
    if (!writeNew(join(to, path), Buffer.from(await response.arrayBuffer()))) return false;
    // A page that shows a picture's original is rendered each time: Astro keeps an original only
    // if a page that it renders asks for it.
    if (metadata && (metadata.referencedImages ?? []).length === 0) {
      pages[path] = { shows: cacheKey, pictures: metadata.staticImages };
    }
    return true;
  }

  const prerenderer = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    name: 'reuse-pages',
    // What Astro does with a page beside rendering it is spared: it is told only of those left to it.
    getStaticPaths: async () => {
      const paths = (await astro.getStaticPaths()).map((page) => ({ page, path: pathOf(page) }));
      const changed = paths.filter(({ page, path }) => !takeOver(path, page.cacheKey));
      count.reused = paths.length - changed.length;
      count.rendered = changed.length;
      const left: PathWithRoute[] = [];
      for (const [done, { page, path }] of changed.entries()) {
        onProgress(done, changed.length);
        if (!(await renderHere(astro, path, page))) left.push(page);
      }
      onProgress(changed.length, changed.length);
      return left;
    },
    collectStaticImages: () =>
      Promise.resolve(staticImages(Object.values(pages).flatMap(({ pictures }) => pictures))),
  });

  const integration: AstroIntegration = {
    name: 'reuse-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer(prerenderer);
      },
    },
  };
  return { integration, pages, count };
}

/** No page shows where it was rendered. */
const ANY_ORIGIN = 'http://localhost/';

/** The path of a page in the site. */
function pathOf({ pathname, route }: PathWithRoute): string {
  return pathname.replace(/^\//, '') + (route.type === 'page' ? '.html' : '');
}

/**
 * Writes a page that does not exist yet; one from `public/` does, and Astro has something to say
 * about it. Without waiting: for thousands of small files, to write is quicker than to wait.
 */
function writeNew(file: string, bytes: Uint8Array): boolean {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

type StaticImages = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

/** Pictures in the form in which Astro lists them: those of pages that it does not render are to be there, too. */
function staticImages(pictures: readonly PagePicture[]): StaticImages {
  const list: StaticImages = new Map();
  for (const { originalPath, originalSrcPath, hash, finalPath, transform } of pictures) {
    const known = list.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
    known.transforms.set(hash, { finalPath, transform });
    list.set(originalPath, known);
  }
  return list;
}
