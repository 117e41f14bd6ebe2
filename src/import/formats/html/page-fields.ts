import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isDate } from '../../../article/date.ts';
import { canonicalLanguage } from '../../../article/language.ts';
import { markFate, type FieldKey } from '../../document/fate.ts';
import type { Field, Fields } from '../../document/source-document.ts';
import { collapse, plainTextOf } from '../../document/tree.ts';
import { readJsonLd, type JsonLdArticle } from './json-ld.ts';

/** The metadata of a page, and what the user should check. */
export interface PageFields {
  readonly fields: Fields;
  readonly notes: readonly string[];
  /** The words of the article, as its JSON-LD has them. */
  readonly articleBody?: string;
}

/** Reads the metadata of a page: JSON-LD first, then Open Graph, `<meta>` and `<title>`. */
export function pageFields(tree: Root): PageFields {
  const head = readHead(tree);
  const { article, faults } = readJsonLd(head.jsonLd);
  const notes = faults > 0 ? ['JSON-LD of the page is broken, and was not used.'] : [];
  const headline = headlineOf(head, article);
  const standfirst = article.description ?? head.meta('og:description') ?? head.meta('description');
  const published = dateOf([
    article.published,
    head.meta('article:published_time'),
    head.meta('date'),
    head.meta('dc.date'),
    head.meta('dcterms.date'),
  ]);
  const updated = dateOf([article.updated, head.meta('article:modified_time')]);
  const authors = article.authors ?? namesOf(head.authors);
  const language = languageOf(head.language);
  const fields: Fields = {
    ...(headline && { headline }),
    ...(standfirst && { standfirst }),
    ...(authors && { byline: authors }),
    ...(published && { published }),
    ...(updated && (!published || !isEarlier(updated, published)) && { updated }),
    ...(language && { language }),
  };
  markUsed(tree, fields);
  return { fields, notes, ...(article.body !== undefined && { articleBody: article.body }) };
}

interface Head {
  readonly meta: (name: string) => Field | undefined;
  /** Of each `<meta name="author">`. */
  readonly authors: readonly string[];
  readonly title: string;
  readonly h1: readonly string[];
  readonly language: string | undefined;
  readonly jsonLd: readonly string[];
}

function readHead(tree: Root): Head {
  const metas = new Map<string, string>();
  const authors: string[] = [];
  const titles: string[] = [];
  const h1: string[] = [];
  const jsonLd: string[] = [];
  let language: string | undefined;
  visit(tree, 'element', (node: Element, _, parent) => {
    const { tagName, properties } = node;
    if (tagName === 'html') language = properties.lang;
    if (tagName === 'title' && parent?.type === 'element' && parent.tagName === 'head') {
      titles.push(plainTextOf(node));
    }
    if (tagName === 'h1') h1.push(plainTextOf(node));
    if (tagName === 'script' && properties.type === 'application/ld+json') {
      jsonLd.push(node.children.map((child) => ('value' in child ? child.value : '')).join(''));
    }
    const name = nameOf(node);
    if (name === 'author') authors.push(oneLine(properties.content ?? ''));
    if (name !== '' && !metas.has(name)) metas.set(name, oneLine(properties.content ?? ''));
  });
  const meta = (name: string): Field | undefined => {
    const value = metas.get(name) ?? '';
    return value === '' ? undefined : { value, origin: `<meta> ${name}` };
  };
  return { meta, authors, title: titles[0] ?? '', h1: h1.filter(Boolean), language, jsonLd };
}

function nameOf({ tagName, properties }: Element): string {
  if (tagName !== 'meta') return '';
  return String(properties.property ?? properties.name ?? '').toLowerCase();
}

function oneLine(text: string): string {
  return collapse(text).trim();
}

/** What readers of the page see as its headline, if its metadata agrees. */
function headlineOf({ h1, title, meta }: Head, article: JsonLdArticle): Field | undefined {
  const ofMeta = article.headline ?? meta('og:title');
  const seen = h1.find((text) => text === ofMeta?.value || title.includes(text));
  if (seen !== undefined) return { value: seen, origin: '<h1>' };
  return ofMeta ?? (title === '' ? undefined : { value: title, origin: '<title>' });
}

function dateOf(candidates: readonly (Field | undefined)[]): Field | undefined {
  for (const field of candidates) {
    if (!field) continue;
    // `2021-03-03T14:30:00+0100`: valid ISO 8601, but not RFC 3339.
    const value = field.value
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
      .replace(/^(\S+) (\d)/, '$1T$2');
    if (isDate(value)) return { ...field, value };
  }
  return undefined;
}

function isEarlier(a: Field, b: Field): boolean {
  return Date.parse(a.value) < Date.parse(b.value);
}

function namesOf(authors: readonly string[]): Field<readonly string[]> | undefined {
  // An address is not a name.
  const names = [...new Set(authors)].filter((name) => name !== '' && !/^https?:/.test(name));
  return names.length > 0 ? { value: names, origin: '<meta> author' } : undefined;
}

function languageOf(value: string | undefined): Field | undefined {
  const language = value === undefined ? undefined : canonicalLanguage(value);
  return language === undefined ? undefined : { value: language, origin: '<html lang>' };
}

/** Marks the metadata whose words are in the front matter now, and the metadata that has no key. */
function markUsed(tree: Root, { headline, standfirst, byline }: Fields): void {
  const uses: readonly (readonly [FieldKey, readonly string[]])[] = [
    ['headline', headline ? [headline.value] : []],
    ['standfirst', standfirst ? [standfirst.value] : []],
    ['byline', byline?.value ?? []],
  ];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'title' && node.tagName !== 'meta') return;
    const text =
      node.tagName === 'title' ? plainTextOf(node) : oneLine(node.properties.content ?? '');
    const moved = uses.find(([, values]) => text !== '' && values.includes(text))?.[0];
    markFate(node, moved === undefined ? { omitted: 'metadata' } : { moved });
  });
}
