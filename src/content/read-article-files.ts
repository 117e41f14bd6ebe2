import { readFileSync } from 'node:fs';
import type { Problem } from '../article/problem.ts';
import { articleDigest, keepArticle, keptArticle } from './article-cache.ts';
import type { Cache } from '../cache/cache.ts';
import { digestOf } from '../cache/digest.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { ArticleFile } from './find-articles.ts';
import { findPicture } from './pictures/find-picture.ts';
import type { ArticleParsing, ParsedArticle, WantedPicture } from './parse-article.ts';
import { parseArticles } from './parse-articles.ts';
import { faultOfPicture } from './pictures/check-picture.ts';

/** An article, read and found to be in order. */
export interface ReadArticle extends ArticleFile, ParsedArticle {
  /** Of its text: see `articleDigest`. */
  readonly digest: string;
  /** Of its address, its text and its pictures: of all that pages show of it. */
  readonly version: string;
}

/** The articles that are in order, and what is wrong with the others. */
export interface ReadArticles {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly Problem[];
  /** What a publisher should know. It does not end the build. */
  readonly warnings: readonly Problem[];
  /** How many had to be parsed, and were not found in the cache. */
  readonly parsed: number;
  /** See `Reading`. */
  readonly now: number;
}

/** What articles are read with. */
export interface Reading {
  /** Of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
  readonly cache: Cache;
  /** See `parserVersion`. */
  readonly version: string;
  /** The moment that decides what is published, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Is told how many of the articles that have to be parsed are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads articles, each by itself: from the cache what is known, the others by parsing them. */
export async function readArticleFiles(
  files: readonly ArticleFile[],
  reading: Reading,
): Promise<ReadArticles> {
  const texts = files.map((article) => ({ ...article, ...readText(article, reading) }));
  const known = recall(texts, reading.cache);
  const unknown = texts.filter(({ digest }) => digest !== undefined && !known.has(digest));
  const parsed = await parse(unknown, reading);
  const articles: ReadArticle[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const { slug, file, digest = '' } of texts) {
    const parsing = known.get(digest) ?? parsed.get(file) ?? unreadable(file);
    const wrong = [
      ...(parsing.ok ? [] : parsing.problems),
      ...(await problemsOfPictures(file, parsing.pictures, reading)),
    ];
    problems.push(...wrong);
    warnings.push(...parsing.warnings.map((warning) => ({ file, ...warning })));
    if (!parsing.ok || wrong.length > 0) continue;
    const version = digestOf(
      slug,
      digest,
      ...parsing.pictures.map(({ path }) => stampOfPicture(file, path)),
    );
    articles.push({ slug, file, digest, version, ...parsing.value });
  }
  return { articles, problems, warnings, parsed: unknown.length, now: reading.now };
}

/** The bytes of an article and their digest; neither if it cannot be read. */
interface Text extends ArticleFile {
  readonly bytes?: Uint8Array;
  readonly digest?: string;
}

/** Without waiting: for thousands of small files, to read is quicker than to wait. */
function readText(
  { file }: ArticleFile,
  { publicationLanguage, version }: Reading,
): Pick<Text, 'bytes' | 'digest'> {
  try {
    const bytes = readFileSync(file);
    return { bytes, digest: articleDigest(bytes, publicationLanguage, version) };
  } catch {
    return {};
  }
}

/** What has been made of articles: the HTML of bodies stays where it is kept. */
type Known = Omit<Extract<ArticleParsing, { ok: true }>, 'html'>;
type Unfit = Extract<ArticleParsing, { ok: false }>;

function recall(texts: readonly Text[], cache: Cache): Map<string, Known> {
  const known = new Map<string, Known>();
  cache.together(() => {
    for (const { digest } of texts) {
      const kept = digest === undefined ? undefined : keptArticle(cache, digest);
      if (kept && digest !== undefined) known.set(digest, { ok: true, ...kept });
    }
  });
  return known;
}

async function parse(
  texts: readonly Text[],
  { publicationLanguage, cache, onProgress }: Reading,
): Promise<Map<string, Known | Unfit>> {
  const tasks = texts.map(({ file, bytes = new Uint8Array() }) => ({ file, bytes }));
  const parsed = new Map<string, Known | Unfit>();
  await parseArticles(tasks, publicationLanguage, (parsings, start) => {
    cache.together(() => {
      parsings.forEach((parsing, index) => {
        const { file = '', digest = '' } = texts[start + index] ?? {};
        keepArticle(cache, digest, parsing);
        parsed.set(file, parsing.ok ? withoutHtml(parsing) : parsing);
      });
    });
    onProgress?.(parsed.size, tasks.length);
  });
  return parsed;
}

/** The bodies of a whole archive are not to be in memory at once. */
function withoutHtml({ ok, value, pictures, warnings }: Known): Known {
  return { ok, value, pictures, warnings };
}

function unreadable(file: string): Unfit {
  const right = 'Look whether it is a file, and whether you may read it.';
  const problem = { file, wrong: 'The file cannot be read.', right };
  return { ok: false, problems: [problem], pictures: [], warnings: [] };
}

function stampOfPicture(article: string, path: string): string {
  const found = findPicture(article, path);
  return found.ok ? (stampOf(found.file) ?? '') : '';
}

async function problemsOfPictures(
  file: string,
  pictures: readonly WantedPicture[],
  reading: Reading,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  // A picture that stands in several places is decoded once.
  const faults = new Map<string, Awaited<ReturnType<typeof faultOfPicture>>>();
  for (const { path, ...place } of pictures) {
    if (!faults.has(path)) faults.set(path, await faultOfPicture(file, path, reading));
    const fault = faults.get(path);
    if (fault) problems.push({ file, ...place, ...fault });
  }
  return problems;
}
