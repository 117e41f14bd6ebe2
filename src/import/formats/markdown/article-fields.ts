import type { Element } from 'hast';
import { isDate } from '../../../article/date.ts';
import { canonicalLanguage } from '../../../article/language.ts';
import type { FieldKey } from '../../document/fate.ts';
import { metadata, type Field, type Fields } from '../../document/source-document.ts';
import { readDate } from '../../document/read-date.ts';
import { collapse } from '../../document/tree.ts';

/** The front matter of another tool, in our keys. */
export interface ArticleFields {
  readonly fields: Fields;
  /** All values, for the ledger. */
  readonly elements: readonly Element[];
  readonly notes: readonly string[];
  readonly slug?: string;
}

/** The keys of other tools, in the order in which they are looked at. */
const NAMES: Readonly<Partial<Record<FieldKey, readonly string[]>>> = {
  headline: ['headline', 'title'],
  standfirst: [
    'standfirst',
    'description',
    'summary',
    'excerpt',
    'custom_excerpt',
    'subtitle',
    'dek',
  ],
  byline: ['byline', 'author', 'authors'],
  dateline: ['dateline'],
  published: ['published', 'date', 'publishDate', 'pubDate', 'published_at', 'date_published'],
  updated: [
    'updated',
    'lastmod',
    'last_modified_at',
    'modified',
    'updatedDate',
    'updated_at',
    'date_updated',
  ],
  language: ['language', 'lang', 'locale'],
  topics: ['topics', 'tags', 'categories', 'category', 'keywords'],
};
const IMAGE_KEYS = ['image', 'cover', 'featured_image', 'feature_image', 'heroImage', 'thumbnail'];

/**
 * Maps front matter to our keys. Values without a key of ours are reported.
 * @param dateOfFile the date in the name of a Jekyll post
 */
export function articleFields(
  data: Readonly<Record<string, unknown>>,
  dateOfFile: string | undefined,
): ArticleFields {
  const used = new Map<string, FieldKey>();
  const notes: string[] = [];
  const isJekyll = dateOfFile !== undefined;
  const first = (key: FieldKey): { name: string; texts: string[] } | undefined => {
    for (const name of NAMES[key] ?? []) {
      const texts = textsOf(data[name]);
      if (texts.length > 0) return { name, texts };
    }
    return undefined;
  };
  const single = (key: 'headline' | 'standfirst' | 'dateline'): Field | undefined => {
    const found = first(key);
    const [value] = found?.texts ?? [];
    if (!found || value === undefined || found.texts.length > 1) return undefined;
    used.set(found.name, key);
    return { value, origin: `front matter: ${found.name}` };
  };
  const date = (key: 'published' | 'updated'): Field | undefined => {
    for (const name of NAMES[key] ?? []) {
      const [text] = textsOf(data[name]);
      const read = text === undefined ? undefined : readDate(text);
      if (!read) {
        if (text !== undefined) notes.push(`The date in "${name}" was not understood: ${text}.`);
        continue;
      }
      used.set(name, key);
      if (read.lostTime)
        notes.push(`The time of "${name}" has no time zone. Only its day was used.`);
      return { value: read.value, origin: `front matter: ${name}` };
    }
    return undefined;
  };
  const many = (key: 'byline' | 'topics', names = NAMES[key] ?? []) => {
    const found = names.filter((name) => textsOf(data[name]).length > 0);
    const kept = key === 'byline' ? found.slice(0, 1) : found;
    const values = new Set(
      kept.flatMap((name) =>
        key === 'topics' ? topicsOf(name, data[name], isJekyll) : textsOf(data[name]),
      ),
    );
    for (const name of kept) used.set(name, key);
    return values.size === 0
      ? undefined
      : { value: [...values], origin: `front matter: ${kept.join(', ')}` };
  };
  const headline = single('headline');
  const standfirst = single('standfirst');
  const byline = many('byline');
  const dateline = single('dateline');
  const published =
    date('published') ??
    (dateOfFile !== undefined && isDate(dateOfFile)
      ? { value: dateOfFile, origin: 'file name' }
      : undefined);
  const updated = date('updated');
  const isConsistent =
    updated && !(published && Date.parse(updated.value) < Date.parse(published.value));
  if (updated && !isConsistent)
    for (const [name, key] of used) if (key === 'updated') used.delete(name);
  const languageName = first('language');
  const language = canonicalLanguage(languageName?.texts[0]?.replace('_', '-') ?? '');
  if (languageName && language !== undefined) used.set(languageName.name, 'language');
  const topics = many('topics');
  const image = readImage(data);
  if (image) used.set(image.key, 'image');
  const draft = draftKey(data);
  if (draft !== undefined) used.set(draft, 'draft');
  const [slug] = textsOf(data.slug);
  return {
    fields: {
      ...(headline && { headline }),
      ...(standfirst && { standfirst }),
      ...(byline && { byline }),
      ...(dateline && { dateline }),
      ...(published && { published }),
      ...(isConsistent && { updated }),
      ...(language !== undefined && {
        language: { value: language, origin: `front matter: ${languageName?.name ?? ''}` },
      }),
      ...(topics && { topics }),
      ...(image && { image: image.field }),
      ...(draft !== undefined && { draft: { value: true, origin: `front matter: ${draft}` } }),
    },
    elements: Object.entries(data).flatMap(([name, value]) =>
      allTexts(value).map((text) => metadata(name, text, used.get(name))),
    ),
    notes,
    ...(slug !== undefined && { slug }),
  };
}

/** The texts of a value: itself, the items of a list, or the names of people. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string') {
    const text = collapse(value).trim();
    return text === '' ? [] : [text];
  }
  if (typeof value === 'number') return [String(value)];
  // TOML and YAML 1.1 have dates.
  if (value instanceof Date) return [value.toISOString().replace(/\.000(?=[+Z-])/, '')];
  if (typeof value === 'object' && value !== null && 'name' in value) return textsOf(value.name);
  return [];
}

/** Ghost and others write tags with commas between, and Jekyll with spaces. */
function topicsOf(name: string, value: unknown, isJekyll: boolean): string[] {
  if (typeof value !== 'string' || name === 'topics') return textsOf(value);
  const isSpaced = isJekyll && !value.includes(',') && /^(?:tags|categories)$/.test(name);
  return value.split(isSpaced ? /\s+/ : ',').flatMap(textsOf);
}

/** In levels. */
const MAX_DEPTH = 8;

/** All texts in a value, for the ledger. */
function allTexts(value: unknown, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.values(value).flatMap((one) => allTexts(one, depth + 1));
  }
  if (typeof value === 'boolean') return [String(value)];
  return textsOf(value);
}

function readImage(data: Readonly<Record<string, unknown>>) {
  for (const key of IMAGE_KEYS) {
    const value = data[key];
    const parts: Readonly<Record<string, unknown>> =
      typeof value === 'object' && value !== null ? { ...value } : { src: value };
    const text = (...names: string[]): string | undefined =>
      names.flatMap((name) => textsOf(parts[name]))[0];
    const src = text('src', 'image', 'file', 'url', 'path', 'relative');
    if (src === undefined) continue;
    const [altBeside] = [`${key}_alt`, `${key}Alt`, 'feature_image_alt', 'image_alt'].flatMap(
      (name) => textsOf(data[name]),
    );
    const alt = text('alt') ?? altBeside;
    const caption = text('caption');
    const credit = text('credit');
    const field: Field<NonNullable<Fields['image']>['value']> = {
      value: {
        src,
        ...(alt !== undefined && { alt }),
        ...(caption !== undefined && { caption }),
        ...(credit !== undefined && { credit }),
      },
      origin: `front matter: ${key}`,
    };
    return { key, field };
  }
  return undefined;
}

/** The key that makes an article a draft: `draft: true`, Jekyll's `published: false`. */
function draftKey(data: Readonly<Record<string, unknown>>): string | undefined {
  if (data.draft === true || data.draft === 'true') return 'draft';
  if (data.published === false) return 'published';
  return data.status === 'draft' ? 'status' : undefined;
}
