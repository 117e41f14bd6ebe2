import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { isExpired, scheduleOf, type Schedule } from '../article/is-published.ts';
import type { Fault, Problem } from '../article/problem.ts';
import { withDatesIn } from '../article/timezone.ts';
import type { Cache } from '../cache/cache.ts';
import { digestOf } from '../cache/digest.ts';
import { stampOf } from '../cache/file-stamp.ts';
import { cacheArticle, readCachedArticle, type CachedArticle } from './article-cache.ts';
import type { ArticleFile } from './find-articles.ts';
import type { ArticleParsing, ParsedArticle, PictureReference } from './parse-article.ts';
import { parseArticles } from './parse-articles.ts';
import type { FileLink } from '../markdown/links.ts';
import { checkLinkedFiles } from './linked-files.ts';
import { metadataWarnings } from './metadata/metadata-warnings.ts';
import {
  checkRecordings,
  companionFiles,
  recordingWarnings,
  stampsOfRecording,
} from './recordings.ts';
import { checkPicture } from './pictures/check-picture.ts';
import { findPicture } from './pictures/find-picture.ts';
import { readSource } from './read-source.ts';

/** A valid article. */
export interface ReadArticle extends ArticleFile, ParsedArticle {
  /** See `articleDigest`. */
  readonly digest: string;
  /** The files beside the article that it links to or plays. */
  readonly files: readonly FileLink[];
  readonly schedule: Schedule;
  /** Whether it has expired at the time of the build. */
  readonly expired: boolean;
  /** Changes with the slug, the text and the pictures: with everything that pages show. */
  readonly version: string;
}

export interface ReadArticles {
  /** The valid articles. */
  readonly articles: readonly ReadArticle[];
  /** What is wrong with the other articles. */
  readonly problems: readonly Problem[];
  /** Problems that don't prevent publication. */
  readonly warnings: readonly Problem[];
  /** The number of articles that were not in the cache. */
  readonly parsed: number;
  /** See `ReadOptions`. */
  readonly now: number;
}

export interface ReadOptions {
  /** The language of articles without one (BCP 47). */
  readonly publicationLanguage: string;
  /** The publication's, for example `Europe/Berlin`. */
  readonly timezone?: string | undefined;
  readonly cache: Cache;
  /** See `parserVersion`. */
  readonly version: string;
  /** The time that decides which articles are published, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** Counts the articles that are not in the cache. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Reads articles from the cache, and parses those that it does not contain. */
export async function readArticleFiles(
  found: readonly ArticleFile[],
  options: ReadOptions,
): Promise<ReadArticles> {
  const { publicationLanguage, version: parser } = options;
  // Without the bytes, which would take 500 MB for 100,000 articles. The parser reads them again.
  const texts = found.map((article): Text => {
    const source = readSource(article.file, publicationLanguage, parser);
    return { ...article, digest: source?.digest };
  });
  const cached = readCache(texts, options.cache);
  const uncached = texts.filter(({ digest }) => digest !== undefined && !cached.has(digest));
  const parsed = await parse(uncached, options);
  const articles: ReadArticle[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  // Several at once, because sharp decodes pictures in other threads.
  const limit = pLimit(availableParallelism());
  const results = await limit.map(texts, async ({ slug, file, digest: key = '' }) => {
    const hit = cached.get(key);
    const { digest, parsing } = hit
      ? { digest: key, parsing: hit }
      : (parsed.get(file) ?? { digest: '', parsing: unreadable(file) });
    const pictureProblems = await checkPictures(file, parsing.pictures, options);
    return { slug, file, digest, parsing, pictureProblems };
  });
  for (const { slug, file, digest, parsing, pictureProblems } of results) {
    const recordings = parsing.ok ? parsing.value.body.recordings : [];
    const ofArticle = [
      ...(parsing.ok ? [] : parsing.problems),
      ...pictureProblems,
      ...checkLinkedFiles(file, parsing.files),
      ...checkRecordings(file, recordings),
    ];
    problems.push(...ofArticle);
    warnings.push(...parsing.warnings.map((warning) => ({ file, ...warning })));
    warnings.push(...recordingWarnings(file, recordings));
    const files = [...parsing.files, ...companionFiles(file, recordings)];
    const played = recordings.map(({ file: path, line }) => ({ path, line }));
    warnings.push(...metadataWarnings(file, [...files, ...played], options));
    if (!parsing.ok || ofArticle.length > 0) continue;
    const article = withDatesIn(options.timezone, parsing.value.article);
    const schedule = scheduleOf(article, options.timezone);
    const expired = isExpired(schedule, options.now);
    const version = digestOf(
      slug,
      digest,
      String(expired),
      options.timezone ?? '',
      ...parsing.pictures.map(({ path }) => stampOfPicture(file, path)),
      ...recordings.flatMap((one) => stampsOfRecording(file, one)),
    );
    const { value } = parsing;
    articles.push({ slug, file, digest, version, schedule, expired, files, ...value, article });
  }
  return { articles, problems, warnings, parsed: uncached.length, now: options.now };
}

interface Text extends ArticleFile {
  /** See `articleDigest`. `undefined` if the file cannot be read. */
  readonly digest: string | undefined;
}

type FailedParsing = Extract<ArticleParsing, { ok: false }>;

/** Returns the cached articles by their digests. */
function readCache(texts: readonly Text[], cache: Cache): Map<string, CachedArticle> {
  const articles = new Map<string, CachedArticle>();
  cache.transaction(() => {
    for (const { digest } of texts) {
      if (digest === undefined) continue;
      const article = readCachedArticle(cache, digest);
      if (article) articles.set(digest, article);
    }
  });
  return articles;
}

interface ParsedText {
  /** Of the text that was parsed, which an edit may have changed since it was looked up. */
  readonly digest: string;
  readonly parsing: CachedArticle | FailedParsing;
}

/** Parses and caches articles. Returns those that can be read, by their files. */
async function parse(
  texts: readonly Text[],
  { publicationLanguage, version, cache, onProgress }: ReadOptions,
): Promise<Map<string, ParsedText>> {
  const files = texts.map(({ file }) => file);
  const parsed = new Map<string, ParsedText>();
  let done = 0;
  await parseArticles({ files, publicationLanguage, version }, (results, start) => {
    cache.transaction(() => {
      results.forEach((result, index) => {
        const file = files[start + index];
        if (!result || file === undefined) return;
        const { digest, parsing } = result;
        cacheArticle(cache, digest, parsing);
        parsed.set(file, { digest, parsing: parsing.ok ? withoutHtml(parsing) : parsing });
      });
    });
    done += results.length;
    onProgress?.(done, files.length);
  });
  return parsed;
}

/** Saves memory in large publications. */
function withoutHtml({ ok, value, pictures, files, warnings }: CachedArticle): CachedArticle {
  return { ok, value, pictures, files, warnings };
}

function unreadable(file: string): FailedParsing {
  const problem: Problem = {
    file,
    wrong: 'The file cannot be read.',
    right: 'Check that it is a file and that you have permission to read it.',
  };
  return { ok: false, problems: [problem], pictures: [], files: [], warnings: [] };
}

/** Changes with the file of a picture. */
export function stampOfPicture(article: string, path: string): string {
  const found = findPicture(article, path);
  return found.ok ? (stampOf(found.file) ?? '') : '';
}

/** Returns the problems of the pictures of a text. */
export async function checkPictures(
  file: string,
  pictures: readonly PictureReference[],
  options: Pick<ReadOptions, 'cache' | 'version'>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  // Decodes each picture once, even if the article shows it several times.
  const faults = new Map<string, Fault | undefined>();
  for (const { path, ...place } of pictures) {
    if (!faults.has(path)) faults.set(path, await checkPicture(file, path, options));
    const fault = faults.get(path);
    if (fault) problems.push({ file, ...place, ...fault });
  }
  return problems;
}
