import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  AssetsGlobalStaticImagesList,
  AstroIntegration,
  AstroPrerenderer,
  PathWithRoute,
  PrerenderRenderMetadata,
} from 'astro';
import { isSameContent, stampOf, type FileStamp } from '../../cache/file-stamp.ts';
import { linkOrCopy } from '../../cache/link-or-copy.ts';

/** What a page depends on beside the software, for the next build. */
export interface BuiltPage {
  /** See `withCacheKeys`. */
  readonly cacheKey: string;
  /** The pictures that it shows, for Astro. Absent if there are none. */
  readonly images?: PrerenderRenderMetadata['staticImages'];
}

/** Pages by the file in the site: `articles/treaty.html`. */
export type BuiltPages = Record<string, BuiltPage>;

/** The site that pages are reused from. */
export interface LastSite {
  readonly folder: string;
  readonly files: Readonly<Record<string, FileStamp>>;
  readonly pages: Readonly<BuiltPages>;
}

export interface PageReuse {
  /** Add this to the build. */
  readonly integration: AstroIntegration;
  /** The pages with a `cacheKey` so far, reused and rendered. */
  readonly pages: BuiltPages;
  readonly counts: () => { readonly rendered: number; readonly reused: number };
}

/**
 * Links pages of the last site into a new one, instead of rendering them, if their `cacheKey` and
 * their file have not changed. Astro's `experimental.incrementalBuild` copies them twice: into its
 * cache and from there, which takes 5 of 16 seconds for an edit of one of 10,000 articles.
 * @param folder the new site
 * @param last `undefined` to render all pages
 * @param onRender called before a page is rendered, with the numbers of pages done and to do
 */
export function reusePages(
  folder: string,
  last: LastSite | undefined,
  onRender: (done: number, total: number) => void,
): PageReuse {
  const pages: BuiltPages = {};
  /** Pages to render that have a key, by their URL path. */
  const keyed = new Map<string, { readonly file: string; readonly cacheKey: string }>();
  const images: AssetsGlobalStaticImagesList = new Map();
  const folders = new Set<string>();
  let reused = 0;
  let rendered = 0;
  let total = 0;

  function reuse(file: string, cacheKey: string): boolean {
    const page = last?.pages[file];
    const stamp = last?.files[file];
    if (!last || stamp === undefined || page?.cacheKey !== cacheKey) return false;
    const from = join(last.folder, file);
    if (!isSameContent(stampOf(from) ?? '', stamp)) return false;
    const to = join(folder, file);
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    try {
      linkOrCopy(from, to);
    } catch {
      return false;
    }
    pages[file] = page;
    addImages(images, page.images ?? []);
    return true;
  }

  const prerenderer = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    name: 'reuse-pages',
    getStaticPaths: async () => {
      const paths = await astro.getStaticPaths();
      const changed = paths.filter((path) => {
        const { cacheKey } = path;
        if (cacheKey === undefined) return true;
        const file = fileOf(path);
        if (reuse(file, cacheKey)) return false;
        keyed.set(new URL(file, 'https://site.example').pathname, { file, cacheKey });
        return true;
      });
      reused = paths.length - changed.length;
      total = changed.length;
      return changed;
    },
    render: async (request, options) => {
      onRender(rendered++, total);
      const result = await astro.render(request, { ...options, collectMetadata: true });
      const page = keyed.get(new URL(request.url).pathname);
      const metadata = result instanceof Response ? undefined : result.metadata;
      if (page && metadata && isReusable(metadata)) {
        const { cacheKey } = page;
        const { staticImages } = metadata;
        pages[page.file] = { cacheKey, ...(staticImages.length > 0 && { images: staticImages }) };
      }
      return result;
    },
    // Astro knows the pictures of rendered pages.
    collectStaticImages: () => Promise.resolve(images),
  });

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
    counts: () => ({ rendered, reused }),
  };
}

/** Returns the file that Astro writes for a page, with `build.format: 'file'`. */
function fileOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.slice(1);
  return route.type === 'endpoint' ? path : `${path === '' ? 'index' : path}.html`;
}

/** Whether a page depends on nothing that its key does not cover. */
function isReusable({ contentEntryKeys, referencedImages = [] }: PrerenderRenderMetadata): boolean {
  return contentEntryKeys.length === 0 && referencedImages.length === 0;
}

function addImages(
  all: AssetsGlobalStaticImagesList,
  images: PrerenderRenderMetadata['staticImages'],
): void {
  for (const { originalPath, originalSrcPath, hash, finalPath, transform } of images) {
    const original = all.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
    all.set(originalPath, original);
    original.transforms.set(hash, { finalPath, transform });
  }
}
