import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { articlePath, type SitePath } from '../../article/address.ts';
import { searchPartCount, WORDS_FILE } from '../../client/search/search-parts.ts';
import { digestOf } from '../../cache/digest.ts';
import type { FileCache } from '../../cache/file-cache.ts';
import { softwareVersion } from '../../cache/software-version.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { searchableHtml } from './searchable-html.ts';
import { wordsIn } from './words-in.ts';

/** An article to index, without its body. */
export interface IndexedArticle extends Pick<ReadArticle, 'slug' | 'digest' | 'article'> {
  /** Absent: that of the article. */
  readonly path?: SitePath;
}

export interface SearchSources<Article extends IndexedArticle> {
  readonly articles: readonly Article[];
  /** The language of articles without one (BCP 47). */
  readonly publicationLanguage: string;
  /** Returns the body as HTML. */
  readonly bodyOf: (article: Article) => string;
}

/** A part of a search index. */
export interface SearchPart {
  /** The folder in the index: `en/0`. */
  readonly name: string;
  /** The folder in the cache. */
  readonly path: string;
}

/**
 * Makes the search index of a publication with Pagefind (https://pagefind.app), in `searchPartCount` parts
 * for each language. The slug alone decides which part contains an article, so that an edit changes
 * one part, and the others come from the cache.
 * @throws Error if the index cannot be made
 */
export async function makeSearchIndex<Article extends IndexedArticle>(
  cache: FileCache,
  sources: SearchSources<Article>,
): Promise<SearchPart[]> {
  const version = softwareVersion();
  const parts = splitIntoParts(sources).map((part) => ({ ...part, key: keyOf(part, version) }));
  const pagesOf = ({ articles, language }: Part<Article>): Page[] =>
    articles.map((article) => ({
      url: article.path ?? articlePath(article.slug),
      content: searchableHtml(article, language, sources.bodyOf(article)),
    }));
  const made: SearchPart[] = [];
  /** Of the next part. */
  let prepared: Page[] | undefined;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const path = await cache.get(part.key, (folder) => {
      const pages = prepared ?? pagesOf(part);
      prepared = undefined;
      return withPagefind(() =>
        writePart(folder, { ...part, pages }, () => {
          if (next && !cache.has(next.key)) prepared = pagesOf(next);
        }),
      );
    });
    made.push({ name: `${part.language}/${part.number}`, path });
  }
  return made;
}

function keyOf({ language, number, articles }: Part<IndexedArticle>, version: string): string {
  return digestOf(
    version,
    language,
    String(number),
    // The digest does not depend on the time zone of the publication.
    ...articles.flatMap(
      ({ slug, digest, path = '', article: { published = '', updated = '' } }) => [
        slug,
        digest,
        path,
        published,
        updated,
      ],
    ),
  );
}

/** Runs Pagefind in a new process. One process for all parts would use up to twice the memory. */
async function withPagefind(work: () => Promise<void>): Promise<void> {
  const { exit, unwatch } = watchForExit();
  try {
    await Promise.race([work(), exit]);
  } finally {
    unwatch();
    await close();
  }
}

/** Pagefind's API hangs if its process dies (on a full disk, say), so watch for its exit. */
function watchForExit() {
  const { promise: exit, reject } = Promise.withResolvers<never>();
  const onSpawn = (message: unknown): void => {
    // Node documents this type for the channel.
    const { process } = message as { readonly process: ChildProcess };
    process.once('exit', (code, signal) => {
      // Not the end of another process, which Astro or Vite started.
      if (!basename(process.spawnfile).startsWith('pagefind')) return;
      const how = signal ?? `exit code ${code ?? 'unknown'}`;
      const hint = 'A full disk and too little memory are the usual causes.';
      reject(new Error(`The search index cannot be made: Pagefind ended with ${how}. ${hint}`));
    });
  };
  subscribe('child_process', onSpawn);
  // Prevents an unhandled rejection when the process exits after its work.
  exit.catch(() => undefined);
  return { exit, unwatch: () => unsubscribe('child_process', onSpawn) };
}

interface Part<Article> {
  readonly language: string;
  /** Starts at 0 for each language. */
  readonly number: number;
  readonly articles: readonly Article[];
}

function splitIntoParts<Article extends IndexedArticle>({
  articles,
  publicationLanguage,
}: SearchSources<Article>): Part<Article>[] {
  const byLanguage = Map.groupBy(
    articles,
    ({ article }) => article.language ?? publicationLanguage,
  );
  return [...byLanguage].flatMap(([language, inLanguage]) => {
    const count = searchPartCount(inLanguage.length);
    const byPart = Map.groupBy(inLanguage, ({ slug }) => hashOf(slug) % count);
    return Array.from({ length: count }, (_, number) => ({
      language,
      number,
      articles: byPart.get(number) ?? [],
    }));
  });
}

/** Returns an evenly distributed integer for a slug. */
function hashOf(slug: string): number {
  return Buffer.from(digestOf(slug), 'base64url').readUInt32BE();
}

type Page = Parameters<PagefindIndex['addHTMLFile']>[0];

interface PartContent {
  readonly language: string;
  readonly number: number;
  readonly pages: readonly Page[];
}

/** @param meanwhile called while Pagefind works, which takes most of the time */
async function writePart(
  folder: string,
  { language, number, pages }: PartContent,
  meanwhile: () => void,
): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: new Intl.Locale(language).language,
  });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  // Without waiting for each page: Pagefind queues them, and indexes while it receives the next ones.
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const writing = index.writeFiles({ outputPath: folder });
  const words = wordsIn(pages.map(({ content }) => content));
  meanwhile();
  const written = await writing;
  const faults = [...added, written].flatMap(({ errors }) => errors);
  if (faults.length > 0) throw new Error(`The search index cannot be made: ${faults.join(' ')}`);
  const needed = number === 0 ? FIRST_PART_FILES : PART_FILES;
  for (const name of await readdir(folder)) {
    if (!needed.test(name)) await rm(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, WORDS_FILE), words);
}

/**
 * The files that the search page needs. It has its own interface instead of Pagefind's, and reads all
 * parts of a language with the JavaScript and WebAssembly of the first.
 */
const PART_FILES = /^(?:fragment|index|pagefind-entry\.json|.*\.pf_meta)$/;
const FIRST_PART_FILES = new RegExp(String.raw`${PART_FILES.source}|^(?:pagefind\.js|wasm\..*)$`);
