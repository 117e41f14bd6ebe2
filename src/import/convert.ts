import { decodeBytes } from './bytes/decode-bytes.ts';
import { convertDocument, type DocumentConversion } from './document/convert-document.ts';
import { FormatError } from './document/format-error.ts';
import { Ledger, type LedgerEntry } from './document/ledger.ts';
import type { PictureFile } from './document/picture-files.ts';
import type { DocumentPart, Fields, SourceDocument } from './document/source-document.ts';
import { toOneLine, type Draft } from './draft.ts';
import type { Format, FormatInput } from './formats/format.ts';
import { detectFormat, formatNamed, PLAIN_TEXT } from './formats/formats.ts';
import { readPlainText } from './formats/plain-text/read-plain-text.ts';
import type { ParagraphStyle } from './formats/plain-text/split-paragraphs.ts';
import { formatArticle } from './markdown/format-article.ts';
import { proveArticle, type TextFault } from './markdown/prove-article.ts';

/** How to read texts. The same for all texts of an import. */
export interface ConvertOptions {
  /** A label of the Encoding Standard, for texts without a byte order mark. Defaults to UTF-8. */
  readonly encoding?: string | undefined;
  /** The name of a format. By default, the content of each file decides. */
  readonly from?: string | undefined;
  /** Whether to import documents of which something would be left out. */
  readonly acceptOmissions?: boolean;
  /** A folder with the pictures of documents. */
  readonly media?: string | undefined;
  /** By default, the text itself decides. */
  readonly paragraphs?: ParagraphStyle | undefined;
  /** Whether the first paragraph below headline, caption, credit and byline is the standfirst. */
  readonly standfirst: boolean;
  /** The language of the articles (BCP 47), to write into their front matter. */
  readonly language?: string | undefined;
  /** The language of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
}

/** What was recognised in a text or a document. */
export interface Recognised {
  /** See `--formats`. */
  readonly format: string;
  /** Of plain text. */
  readonly encoding?: string;
  /** Of plain text. */
  readonly paragraphStyle?: ParagraphStyle;
  readonly headline: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly standfirst?: string;
  readonly byline?: readonly string[];
  readonly dateline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly language?: string;
  readonly topics?: readonly string[];
  readonly draft?: true;
  /** Where the values of a document come from, by their keys. */
  readonly origins?: Readonly<Record<string, string>>;
  readonly bodyParagraphs: number;
  /** What the user should check, in full sentences. */
  readonly notes: readonly string[];
}

/** The file of an article, proved to have the words of the text; or why there is none. */
export type Conversion = (
  | {
      readonly ok: true;
      readonly markdown: string;
      readonly recognised: Recognised;
      /** Files for the article's folder. */
      readonly pictures?: readonly PictureFile[];
      /** The address that the article had. */
      readonly slug?: string;
      /** Links to other articles of the file: the slug in the Markdown, and the original address. */
      readonly siblings?: ReadonlyMap<string, string>;
    }
  | { readonly ok: false; readonly faults: readonly TextFault[] }
) & {
  /** Which of several documents in a file: `post 12`. */
  readonly part?: string;
  /** What became of each part of a document. */
  readonly ledger?: readonly LedgerEntry[];
};

/** A part of a file that is no article: a page or a menu of an export. */
export interface SkippedConversion {
  readonly skipped: string;
  readonly part: string;
  readonly ledger: readonly LedgerEntry[];
}

/** Converts a file to the files of its articles, one after the other. */
export function* convert(
  input: FormatInput,
  options: ConvertOptions,
): Generator<Conversion | SkippedConversion> {
  const isPlain = options.from === PLAIN_TEXT.name;
  const format =
    options.from === undefined
      ? detectFormat(input)
      : isPlain
        ? undefined
        : formatNamed(options.from);
  try {
    if (!format) {
      if (!isPlain && DATA.test(input.name)) throw new FormatError(UNKNOWN.wrong, UNKNOWN.right);
      yield convertText(input.bytes, options);
      return;
    }
    for (const document of format.read({ ...input, encoding: options.encoding })) {
      yield convertPart(document, format, options);
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    yield { ok: false, faults: [error.fault] };
  }
}

/** Files that are never plain text. Folders can have some that are no articles. */
const DATA = /\.(?:json|xml|csv|zip|rss|atom|mhtml?)$/i;
const UNKNOWN = {
  wrong: 'The content of the file has no known format.',
  right: 'See the formats: npm run import -- --formats',
};

function convertPart(
  document: DocumentPart,
  format: Format,
  options: ConvertOptions,
): Conversion | SkippedConversion {
  if ('skipped' in document) return { ...document, ledger: new Ledger().entries(document.tree) };
  const { part } = document;
  if ('refused' in document) return { ok: false, faults: [document.refused], part: document.part };
  try {
    return toConversion(document, format, options);
  } catch (error) {
    // An error in one article does not keep the others of the file from being imported.
    const faults = [error instanceof FormatError ? error.fault : softwareFault(error)];
    return { ok: false, faults, ...(part !== undefined && { part }) };
  }
}

/** What is wrong with a text that makes the software fail. */
export function softwareFault(error: unknown): TextFault {
  const message = error instanceof Error ? error.message : String(error);
  return {
    wrong: `The software failed on this text: ${message}.`,
    right: 'Please report this, with the text.',
  };
}

function toConversion(
  document: SourceDocument,
  format: Format,
  options: ConvertOptions,
): Conversion {
  const language =
    options.language ?? document.fields.language?.value ?? options.publicationLanguage;
  const fields: Fields =
    options.language === undefined
      ? document.fields
      : { ...document.fields, language: { value: options.language, origin: '--language' } };
  const { slug, part, doubt } = document;
  if (doubt && options.acceptOmissions !== true) {
    const ledger = new Ledger().entries(document.tree);
    return { ok: false, faults: [doubt], ledger, ...(part !== undefined && { part }) };
  }
  const conversion = convertDocument(
    { ...document, fields, notes: [...document.notes, ...(doubt ? [doubt.wrong] : [])] },
    { acceptOmissions: options.acceptOmissions === true, language },
  );
  const shared = { ...(part !== undefined && { part }), ledger: conversion.ledger };
  if (!conversion.ok) return { ok: false, faults: conversion.faults, ...shared };
  return {
    ok: true,
    markdown: conversion.markdown,
    recognised: describeDocument(conversion, format),
    pictures: conversion.pictures,
    ...(conversion.siblings.size > 0 && { siblings: conversion.siblings }),
    ...(slug !== undefined && { slug }),
    ...shared,
  };
}

function describeDocument(
  { fields, notes, blocks }: Extract<DocumentConversion, { ok: true }>,
  { name }: Format,
): Recognised {
  const { headline, standfirst, byline, dateline, published, updated, language, topics } = fields;
  const origins = Object.entries(fields as Record<string, { origin: string }>).map(
    ([key, { origin }]) => [key, origin] as const,
  );
  return {
    format: name,
    headline: headline?.value ?? '',
    ...(standfirst && { standfirst: standfirst.value }),
    ...(byline && { byline: byline.value }),
    ...(dateline && { dateline: dateline.value }),
    ...(published && { published: published.value }),
    ...(updated && { updated: updated.value }),
    ...(language && { language: language.value }),
    ...(topics && { topics: topics.value }),
    ...(fields.draft && { draft: true }),
    origins: Object.fromEntries(origins),
    bodyParagraphs: blocks,
    notes,
  };
}

/** Converts the bytes of a plain text to the file of an article. */
export function convertText(bytes: Uint8Array, options: ConvertOptions): Conversion {
  const decoding = decodeBytes(bytes, options.encoding);
  if (!decoding.ok) return { ok: false, faults: [decoding.fault] };
  const { text, encoding } = decoding;
  const language = options.language ?? options.publicationLanguage;
  const reading = readPlainText(text, { ...options, language });
  if (!reading.ok) return { ok: false, faults: [reading.fault] };
  const { draft, paragraphs, paragraphStyle, notes } = reading;
  const markdown = formatArticle(draft, options.language);
  const faults = proveArticle(markdown, paragraphs, draft, language);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    markdown,
    recognised: { format: PLAIN_TEXT.name, encoding, paragraphStyle, ...describe(draft), notes },
  };
}

function describe(
  draft: Draft,
): Omit<Recognised, 'format' | 'encoding' | 'paragraphStyle' | 'notes'> {
  const { headline, caption, credit, standfirst, byline, dateline, updated, body } = draft;
  const published = dateline?.published ?? draft.published;
  return {
    headline: toOneLine(headline),
    ...(caption && { caption: toOneLine(caption) }),
    ...(credit && { credit: toOneLine(credit) }),
    ...(standfirst && { standfirst: toOneLine(standfirst) }),
    ...(byline && { byline: byline.names }),
    ...(dateline && { dateline: dateline.city }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    bodyParagraphs: body.length,
  };
}
