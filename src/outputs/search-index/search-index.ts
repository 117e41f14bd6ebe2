import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { articlePath } from '../../article/address.ts';
import { searchParts } from '../../client/search/search-parts.ts';
import { digestOf } from '../../cache/digest.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { searchableHtml } from './searchable-html.ts';

/** What the index has to know of an article, beside its body. */
export type IndexedArticle = Pick<ReadArticle, 'slug' | 'digest' | 'article'>;

/** What the search index is made of. */
export interface SearchSources<Article extends IndexedArticle> {
  readonly articles: readonly Article[];
  /** Of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
  /** The body of an article as HTML. */
  readonly bodyOf: (article: Article) => string;
}

/** The parts of a search index, by their folders in it: for each, a digest of what it was made of. */
export type SearchParts = Readonly<Record<string, string>>;

/**
 * Writes the search index of a publication, with Pagefind (https://pagefind.app): for each language,
 * as many parts as `searchParts` says. Which part an article is in depends on its slug alone: an edit
 * makes one part anew, and the others can be taken over.
 * @param folder which need not exist; what is in it goes
 * @param takeOver puts a part there that the last build made of the same, and tells whether it could
 * @throws Error if the index cannot be made
 */
export async function writeSearchIndex<Article extends IndexedArticle>(
  folder: string,
  sources: SearchSources<Article>,
  takeOver: (part: string, madeOf: string) => boolean,
): Promise<SearchParts> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const parts: Record<string, string> = {};
  for (const { name, language, articles } of partsOf(sources)) {
    const madeOf = digestOf(language, ...articles.flatMap(({ slug, digest }) => [slug, digest]));
    parts[name] = madeOf;
    if (takeOver(name, madeOf)) continue;
    const pages = articles.map((article) => ({
      url: articlePath(article.slug),
      content: searchableHtml(article, language, sources.bodyOf(article)),
    }));
    await withPagefind(() => writePart(join(folder, name), language, pages));
  }
  return parts;
}

/** A new Pagefind for each part: one that goes on holds up to twice the memory, part by part. */
async function withPagefind(work: () => Promise<void>): Promise<void> {
  const death = watchPagefind();
  try {
    await Promise.race([work(), death.told]);
  } finally {
    death.unwatch();
    await close();
  }
}

/** Pagefind works in a process of its own, and does not notice its end (on a full disk): nor would we. */
function watchPagefind() {
  const { promise: told, reject } = Promise.withResolvers<never>();
  const watch = (message: unknown): void => {
    // What Node's documentation says of this channel.
    const { process } = message as { readonly process: ChildProcess };
    process.once('exit', () => {
      reject(new Error('The search index cannot be made: Pagefind has ended. Is the disk full?'));
    });
  };
  subscribe('child_process', watch);
  // After the work, its end is no news.
  told.catch(() => undefined);
  return { told, unwatch: () => unsubscribe('child_process', watch) };
}

interface Part<Article> {
  /** Its folder in the index: `en/0`. */
  readonly name: string;
  readonly language: string;
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
    return Array.from({ length: count }, (_, part) => ({
      name: `${language}/${part}`,
      language,
      articles: byPart.get(part) ?? [],
    }));
  });
}

/** The same number for the same slug, and as good as any other for parting articles evenly. */
function numberOf(slug: string): number {
  return Buffer.from(digestOf(slug), 'base64url').readUInt32BE();
}

type Page = Parameters<PagefindIndex['addHTMLFile']>[0];

async function writePart(folder: string, language: string, pages: readonly Page[]): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: new Intl.Locale(language).language,
  });
  if (!index) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  // All at once, for it to work on while we do: it takes them in their order.
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const written = await index.writeFiles({ outputPath: folder });
  const faults = [...added, written].flatMap(({ errors }) => errors);
  if (faults.length > 0) throw new Error(`The search index cannot be made: ${faults.join(' ')}`);
  const ours = folder.endsWith(FIRST_PART) ? FIRST_PART_FILES : PART_FILES;
  for (const name of await readdir(folder)) {
    if (!ours.test(name)) await rm(join(folder, name), { recursive: true });
  }
}

/**
 * Not the interfaces that Pagefind brings along: the search page is its own. All parts of a language
 * are read with the script of the first, and with what that loads.
 */
const FIRST_PART = '/0';
const PART_FILES = /^(?:fragment|index|pagefind-entry\.json|.*\.pf_meta)$/;
const FIRST_PART_FILES = new RegExp(String.raw`${PART_FILES.source}|^(?:pagefind\.js|wasm\..*)$`);
