import { readFileSync } from 'node:fs';
import type { Problem } from '../article/problem.ts';
import { articleDigest, keepArticle, keptArticle } from './article-cache.ts';
import type { Cache } from './cache.ts';
import { deadLinks } from './dead-links.ts';
import { findArticles, type ArticleFile } from './find-articles.ts';
import type { Fault, ParsedArticle, WantedPicture } from './parse-article.ts';
import { parseArticles } from './parse-articles.ts';
import { faultOfPicture } from './picture-file.ts';

/** An article, read and found to be in order. */
export interface ReadArticle extends ArticleFile, ParsedArticle {
  /** Of all that it was made from: see `articleDigest`. */
  readonly digest: string;
}

/** The articles that are in order, and what is wrong with the others. */
export interface ReadArticles {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly Problem[];
  /** How many had to be parsed, and were not found in the cache. */
  readonly parsed: number;
}

/** What articles are read with. */
export interface Reading {
  /** Of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
  readonly cache: Cache;
  /** See `parserVersion`. */
  readonly version: string;
  /** From the current folder; `content/articles` if absent. */
  readonly folder?: string;
  /** Is told how many of the articles to be parsed are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads every article of a folder. An article with a problem is left out and named; it
 * changes nothing about the others.
 */
export async function readArticles(reading: Reading): Promise<ReadArticles> {
  const found = await findArticles(reading.folder);
  const texts = found.articles.map(({ file }) => readBytes(file));
  const { parsings, parsed } = await parseOrRecall(texts, reading);
  const articles: ReadArticle[] = [];
  const problems = [...found.problems];
  for (const [index, { slug, file }] of found.articles.entries()) {
    const { result, digest, pictures } = parsings[index] ?? UNREAD;
    const faults = [...result.faults, ...(await faultsOfPictures(file, pictures, reading))];
    problems.push(...faults.map((fault) => ({ file, ...fault })));
    if (result.value && faults.length === 0) articles.push({ slug, file, digest, ...result.value });
  }
  problems.push(...deadLinks(articles, new Set(found.articles.map(({ slug }) => slug))));
  const faulty = new Set(problems.map(({ file }) => file));
  return { articles: articles.filter(({ file }) => !faulty.has(file)), problems, parsed };
}

interface Parsed {
  readonly digest: string;
  readonly result: { readonly value?: ParsedArticle; readonly faults: readonly Fault[] };
  readonly pictures: readonly WantedPicture[];
}

const UNREAD: Parsed = {
  digest: '',
  result: {
    faults: [
      {
        wrong: 'The file cannot be read.',
        right: 'Look whether it is a file, and whether you may read it.',
      },
    ],
  },
  pictures: [],
};

async function parseOrRecall(
  texts: readonly (Uint8Array | undefined)[],
  { publicationLanguage, cache, version, onProgress }: Reading,
): Promise<{ parsings: Parsed[]; parsed: number }> {
  const parsings: Parsed[] = [];
  const unknown: { readonly index: number; readonly digest: string; readonly bytes: Uint8Array }[] =
    [];
  cache.together(() => {
    for (const [index, bytes] of texts.entries()) {
      if (!bytes) continue;
      const digest = articleDigest(bytes, publicationLanguage, version);
      const kept = keptArticle(cache, digest);
      if (!kept) unknown.push({ index, digest, bytes });
      else
        parsings[index] = {
          digest,
          result: { value: kept.value, faults: [] },
          pictures: kept.pictures,
        };
    }
  });
  let done = 0;
  const fresh: (() => void)[] = [];
  await parseArticles(
    unknown.map(({ bytes }) => bytes),
    publicationLanguage,
    (parsing, position) => {
      const article = unknown[position];
      if (!article) return;
      const { index, digest } = article;
      const result = parsing.ok ? { value: parsing.value, faults: [] } : { faults: parsing.faults };
      parsings[index] = { digest, result, pictures: parsing.pictures };
      fresh.push(() => {
        keepArticle(cache, digest, parsing);
      });
      onProgress?.(++done, unknown.length);
    },
  );
  cache.together(() => {
    for (const keep of fresh) keep();
  });
  return { parsings, parsed: unknown.length };
}

/** One after the other, without waiting in between: for thousands of small files that is fastest. */
function readBytes(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function faultsOfPictures(
  file: string,
  pictures: readonly WantedPicture[],
  reading: Reading,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { path, ...place } of pictures) {
    const fault = await faultOfPicture(file, path, reading);
    if (fault) faults.push({ ...place, ...fault });
  }
  return faults;
}
