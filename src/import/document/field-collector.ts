import type { Element } from 'hast';
import { isBefore } from '../../article/date.ts';
import { canonicalLanguage } from '../../article/language.ts';
import { slugFrom } from '../../article/slug.ts';
import { metadata, type Field, type Fields, type LeadImage } from './source-document.ts';
import { readDate } from './read-date.ts';
import { collapse } from './tree.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Collects the front matter of an article, and writes down every value for the ledger. The first
 * value of a key is used.
 */
export class FieldCollector {
  readonly #fields: Writable<Fields> = {};
  /** All values, for the start of the document's tree. */
  readonly elements: Element[] = [];
  /** What the user should check, in full sentences. */
  readonly notes: string[] = [];

  /** @param origin of the value, for the report: `<title>` */
  line(
    key: 'headline' | 'standfirst' | 'dateline',
    origin: string,
    value: string | undefined,
  ): void {
    const text = collapse(value ?? '').trim();
    if (text === '') return;
    const isFirst = this.#fields[key] === undefined;
    if (isFirst) this.#fields[key] = { value: text, origin };
    this.elements.push(metadata(origin, text, isFirst ? key : undefined));
  }

  /** Adds names. The same topic in other letters is one. */
  names(key: 'byline' | 'topics', origin: string, values: readonly string[]): void {
    const names = values.map((value) => collapse(value).trim()).filter((name) => name !== '');
    if (names.length === 0) return;
    const field: Field<readonly string[]> = this.#fields[key] ?? { value: [], origin };
    const all = new Map(field.value.map((name) => [nameKey(name), name]));
    for (const name of names) {
      if (!all.has(nameKey(name))) all.set(nameKey(name), name);
      this.elements.push(metadata(origin, name, key));
    }
    this.#fields[key] = { value: [...all.values()], origin: field.origin };
  }

  /** @param value in the formats of RFC 3339, ISO 8601 and RFC 822 */
  date(key: 'published' | 'updated', origin: string, value: string | undefined): void {
    const text = value?.trim() ?? '';
    if (text === '') return;
    const date = readDate(text);
    const isFirst = date !== undefined && this.#fields[key] === undefined;
    if (isFirst) {
      this.#fields[key] = { value: date.value, origin };
      if (date.lostTime) {
        this.notes.push(`The time of ${origin} has no time zone. Only its day was used.`);
      }
    }
    this.elements.push(metadata(origin, text, isFirst ? key : undefined));
  }

  language(origin: string, value: string | undefined): void {
    const text = value?.trim() ?? '';
    if (text === '') return;
    const language = canonicalLanguage(text.replaceAll('_', '-'));
    const isFirst = language !== undefined && this.#fields.language === undefined;
    if (isFirst) this.#fields.language = { value: language, origin };
    this.elements.push(metadata(origin, text, isFirst ? 'language' : undefined));
  }

  image(origin: string, image: LeadImage): void {
    if (image.src === undefined || this.#fields.image) return;
    this.#fields.image = { value: image, origin };
    for (const text of [image.src, image.alt, image.caption, image.credit]) {
      if (text !== undefined && text !== '') this.elements.push(metadata(origin, text, 'image'));
    }
  }

  source(origin: string, name: string): void {
    this.#fields.source = { value: { name }, origin };
    this.elements.push(metadata(origin, name, 'source'));
  }

  /** @param note why, in a full sentence */
  draft(origin: string, value: string, note?: string): void {
    this.#fields.draft = { value: true, origin };
    this.elements.push(metadata(origin, value, 'draft'));
    if (note !== undefined) this.notes.push(note);
  }

  /** A value without a key. */
  other(origin: string, value: string | undefined): void {
    if (value !== undefined && value.trim() !== '') this.elements.push(metadata(origin, value));
  }

  fields(): Fields {
    const { updated, ...fields } = this.#fields;
    const { published } = fields;
    const isEarlier =
      updated &&
      published &&
      (isBefore(updated.value, published.value) || updated.value === published.value);
    if (!updated || !isEarlier) return { ...this.#fields };
    for (const element of this.elements) {
      const fate = element.data?.fate;
      if (fate && 'moved' in fate && fate.moved === 'updated') {
        element.data = { position: { properties: {} }, fate: { omitted: 'metadata' } };
      }
    }
    return fields;
  }
}

/** Topics with the same key have the same page. */
function nameKey(name: string): string {
  return slugFrom(name) || name;
}
