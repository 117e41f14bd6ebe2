import type { Field } from '../../document/source-document.ts';
import { collapse } from '../../document/tree.ts';

/** What the JSON-LD of a page says about its article. */
export interface JsonLdArticle {
  readonly headline?: Field;
  readonly description?: Field;
  readonly published?: Field;
  readonly updated?: Field;
  readonly authors?: Field<readonly string[]>;
  readonly body?: string;
}

/** Types of schema.org that are articles. */
const ARTICLE = /^(?:\w*Article|\w*Posting|Report|Review|ReportageNews\w*)$/;

/** Reads JSON-LD leniently: broken parts are counted, and the rest is used. */
export function readJsonLd(scripts: readonly string[]): {
  readonly article: JsonLdArticle;
  readonly faults: number;
} {
  let faults = 0;
  const articles = scripts.flatMap((script) => {
    try {
      return findArticles(JSON.parse(script), 0);
    } catch {
      faults++;
      return [];
    }
  });
  const [article] = articles;
  return { article: article ? describe(article) : {}, faults };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In levels. Graphs of schema.org are shallow. */
const MAX_DEPTH = 4;

function findArticles(value: unknown, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => findArticles(item, depth + 1));
  if (!isObject(value)) return [];
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return [value];
  return [value['@graph'], value.mainEntity].flatMap((item) => findArticles(item, depth + 1));
}

function describe(article: JsonObject): JsonLdArticle {
  const field = (key: string): Field | undefined => {
    const value = textOf(article[key]);
    return value === undefined ? undefined : { value, origin: `JSON-LD ${key}` };
  };
  const headline = field('headline') ?? field('name');
  const description = field('description');
  const published = field('datePublished');
  const updated = field('dateModified');
  const names = [article.author].flat().flatMap((author) => {
    const name = textOf(isObject(author) ? author.name : author);
    return name === undefined || /^https?:/.test(name) ? [] : [name];
  });
  const body = textOf(article.articleBody);
  return {
    ...(headline && { headline }),
    ...(description && { description }),
    ...(published && { published }),
    ...(updated && { updated }),
    ...(names.length > 0 && { authors: { value: [...new Set(names)], origin: 'JSON-LD author' } }),
    ...(body !== undefined && { body }),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = collapse(value).trim();
  return text === '' ? undefined : text;
}
