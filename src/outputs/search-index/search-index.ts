import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { articlePath } from '../../article/address.ts';
import { searchParts } from '../../client/search/search-parts.ts';
import { digestOf } from '../../cache/digest.ts';
import type { FileCache } from '../../cache/file-cache.ts';
import { softwareVersion } from '../../cache/software-version.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { searchableHtml } from './searchable-html.ts';

/** What the index needs of an article, beside its body. */
export type IndexedArticle = Pick<ReadArticle, 'slug' | 'digest' | 'article'>;

/** What a search index is made from. */
export interface SearchSources<Article extends IndexedArticle> {
  readonly articles: readonly Article[];
  /** The language of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
  /** The body as HTML. */
  readonly bodyOf: (article: Article) => string;
}

/** A part of a search index, in the cache. */
export interface SearchPart {
  /** Its folder in the index: `en/0`. */
  readonly name: string;
  /** Where the cache keeps it. */
  readonly path: string;
}

/**
 * Makes the search index of a publication with Pagefind (https://pagefind.app): for each language, as
 * many parts as `searchParts` says. Which part an article is in depends on its slug alone, so an edit
 * makes one part anew and leaves the others in the cache.
 * @throws Error if the index cannot be made
 */
export async function makeSearchIndex<Article extends IndexedArticle>(
  cache: FileCache,
  sources: SearchSources<Article>,
): Promise<SearchPart[]> {
  const version = softwareVersion();
  const made: SearchPart[] = [];
  for (const { number, language, articles } of partsOf(sources)) {
    const key = digestOf(
      version,
      language,
      String(number),
      ...articles.flatMap(({ slug, digest }) => [slug, digest]),
    );
    const path = await cache.get(key, (folder) => {
      const pages = articles.map((article) => ({
        url: articlePath(article.slug),
        content: searchableHtml(article, language, sources.bodyOf(article)),
      }));
      return withPagefind(() => writePart(folder, { language, number, pages }));
    });
    made.push({ name: `${language}/${number}`, path });
  }
  return made;
}

/** A new Pagefind process for each part: one for all parts would use up to twice the memory. */
async function withPagefind(work: () => Promise<void>): Promise<void> {
  const watched = watchForExit();
  try {
    await Promise.race([work(), watched.exit]);
  } finally {
    watched.stop();
    await close();
  }
}

/** Pagefind's API hangs if its process dies (on a full disk, say), so watch for its exit. */
function watchForExit() {
  const { promise: exit, reject } = Promise.withResolvers<never>();
  const watch = (message: unknown): void => {
    // The type that Node documents for this channel.
    const { process } = message as { readonly process: ChildProcess };
    process.once('exit', (code, signal) => {
      const how = signal ?? `exit code ${code ?? 'unknown'}`;
      const hint = 'A full disk and too little memory are the usual causes.';
      reject(new Error(`The search index cannot be made: Pagefind ended with ${how}. ${hint}`));
    });
  };
  subscribe('child_process', watch);
  // Prevents an unhandled rejection when the process ends after the work, as it should.
  exit.catch(() => undefined);
  return { exit, stop: () => unsubscribe('child_process', watch) };
}

interface Part<Article> {
  readonly language: string;
  /** Counted from 0 within the language. */
  readonly number: number;
  readonly articles: readonly Article[];
}

function partsOf<Article extends IndexedArticle>({
  articles,
  publicationLanguage,
}: SearchSources<Article>): Part<Article>[] {
  const byLanguage = Map.groupBy(
    articles,
    ({ article }) => article.language ?? publicationLanguage,
  );
  return [...byLanguage].flatMap(([language, ofLanguage]) => {
    const count = searchParts(ofLanguage.length);
    const byPart = Map.groupBy(ofLanguage, ({ slug }) => numberOf(slug) % count);
    return Array.from({ length: count }, (_, number) => ({
      language,
      number,
      articles: byPart.get(number) ?? [],
    }));
  });
}

/** The same number for the same slug, evenly spread. */
function numberOf(slug: string): number {
  return Buffer.from(digestOf(slug), 'base64url').readUInt32BE();
}

type Page = Parameters<PagefindIndex['addHTMLFile']>[0];

interface PartContents {
  readonly language: string;
  readonly number: number;
  readonly pages: readonly Page[];
}

async function writePart(folder: string, { language, number, pages }: PartContents): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: new Intl.Locale(language).language,
  });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  // Without waiting for each: Pagefind queues them and works while the next ones are prepared.
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const written = await index.writeFiles({ outputPath: folder });
  const faults = [...added, written].flatMap(({ errors }) => errors);
  if (faults.length > 0) throw new Error(`The search index cannot be made: ${faults.join(' ')}`);
  const needed = number === 0 ? FIRST_PART_FILES : PART_FILES;
  for (const name of await readdir(folder)) {
    if (!needed.test(name)) await rm(join(folder, name), { recursive: true });
  }
}

/**
 * Without the interfaces that Pagefind brings along: the search page has its own. All parts of a
 * language are read with the script of the first one, and with what that loads.
 */
const PART_FILES = /^(?:fragment|index|pagefind-entry\.json|.*\.pf_meta)$/;
const FIRST_PART_FILES = new RegExp(String.raw`${PART_FILES.source}|^(?:pagefind\.js|wasm\..*)$`);
