import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  AssetsGlobalStaticImagesList,
  AstroIntegration,
  AstroPrerenderer,
  PathWithRoute,
  PrerenderRenderMetadata,
  PrerenderResult,
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

export interface PageWriter {
  /** Add this to the build. */
  readonly integration: AstroIntegration;
  /** The pages with a `cacheKey` so far, reused and rendered. */
  readonly pages: BuiltPages;
  readonly counts: () => { readonly rendered: number; readonly reused: number };
}

/**
 * Writes the pages of a site faster than Astro does:
 *
 * - Pages whose `cacheKey` and file have not changed are links to the last site. Astro's
 *   `experimental.incrementalBuild` copies them into its cache and from there, which takes 5 of 16 seconds
 *   for an edit of one of 10,000 articles.
 * - Other pages are written at once. Astro does so in four steps, each in another thread, which takes
 *   a tenth of the time to build 10,000 articles.
 *
 * `tests/site/reuse.test.ts` compares the files with those of `astro build`.
 * @param folder the new site
 * @param last `undefined` to render all pages
 * @param isLogged whether Astro logs each page. Then it also writes them: otherwise it would log that
 *   there is none
 * @param onRender called before a page is rendered, with the numbers of pages done and to do
 */
export function pageWriter(
  folder: string,
  last: LastSite | undefined,
  isLogged: boolean,
  onRender: (done: number, total: number) => void,
): PageWriter {
  const pages: BuiltPages = {};
  const images: AssetsGlobalStaticImagesList = new Map();
  /** The pages to render, by their URL paths. */
  const changed = new Map<string, { readonly file: string; readonly cacheKey?: string }>();
  const folders = new Set<string>();
  let pagesMayBeEdited = false;
  let reused = 0;
  let rendered = 0;

  /** Returns whether `write` worked. It doesn't if there is a file of `public/`, which Astro reports. */
  function create(file: string, write: (path: string) => void): boolean {
    const path = join(folder, file);
    try {
      if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      write(path);
      return true;
    } catch {
      return false;
    }
  }

  function reuse(file: string, cacheKey: string | undefined): boolean {
    const page = last?.pages[file];
    const stamp = last?.files[file];
    if (!last || pagesMayBeEdited || !page || page.cacheKey !== cacheKey || stamp === undefined)
      return false;
    const from = join(last.folder, file);
    if (!isSameContent(stampOf(from) ?? '', stamp)) return false;
    if (
      !create(file, (path) => {
        linkOrCopy(from, path);
      })
    )
      return false;
    pages[file] = page;
    addImages(images, page.images ?? []);
    return true;
  }

  /** Returns the response without its body if the page was written: then, Astro writes nothing. */
  async function write(file: string, response: Response): Promise<Response> {
    // Astro has pages of its own for redirects.
    if (response.status >= 300 || !response.body) return response;
    const page = await readBody(response.body);
    const isWritten = create(file, (path) => {
      writeFileSync(path, page, { flag: 'wx' });
    });
    return new Response(isWritten ? null : page, response);
  }

  const prerenderer = (astro: AstroPrerenderer): AstroPrerenderer => ({
    ...astro,
    name: 'page-writer',
    getStaticPaths: async () => {
      const paths = await astro.getStaticPaths();
      const toRender = paths.filter((path) => {
        const { cacheKey } = path;
        const file = fileOf(path);
        if (reuse(file, cacheKey)) return false;
        const url = new URL(file, 'https://site.example');
        changed.set(url.pathname, { file, ...(cacheKey !== undefined && { cacheKey }) });
        return true;
      });
      reused = paths.length - toRender.length;
      return toRender;
    },
    render: async (request, options) => {
      onRender(rendered++, changed.size);
      const result = await astro.render(request, { ...options, collectMetadata: true });
      const page = changed.get(new URL(request.url).pathname);
      if (!page || result instanceof Response) return result;
      const { response, metadata } = result;
      const { file, cacheKey } = page;
      if (cacheKey !== undefined && metadata && isReusable(metadata)) {
        const { staticImages } = metadata;
        pages[file] = { cacheKey, ...(staticImages.length > 0 && { images: staticImages }) };
      }
      if (isLogged) return result;
      return { ...result, response: await write(file, response) } satisfies PrerenderResult;
    },
    // Astro knows the pictures of rendered pages.
    collectStaticImages: () => Promise.resolve(images),
  });

  return {
    integration: {
      name: 'page-writer',
      hooks: {
        'astro:config:done': ({ config }) => {
          pagesMayBeEdited = config.integrations.some(canEditPages);
        },
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer(prerenderer);
        },
      },
    },
    pages,
    counts: () => ({ rendered, reused }),
  };
}

/**
 * Whether an integration of the publisher can edit written pages, for example to minify them. A link
 * would take the edit into the last site, and repeat the one of the last build.
 */
function canEditPages({ name, hooks }: AstroIntegration): boolean {
  return name !== 'offprint' && ('astro:build:generated' in hooks || 'astro:build:done' in hooks);
}

/** Returns the file that Astro writes for a page, with `build.format: 'file'`. */
function fileOf({ pathname, route }: PathWithRoute): string {
  const path = pathname.slice(1);
  return route.type === 'endpoint' ? path : `${path === '' ? 'index' : path}.html`;
}

/** Copies a page once. `response.arrayBuffer()` copies it three times. */
async function readBody(body: NonNullable<Response['body']>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
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
