import { decodeBytes } from './bytes/decode-bytes.ts';
import { toOneLine, type Draft } from './draft.ts';
import { readPlainText } from './formats/plain-text/read-plain-text.ts';
import type { ParagraphStyle } from './formats/plain-text/split-paragraphs.ts';
import { formatArticle } from './markdown/format-article.ts';
import { proveArticle, type TextFault } from './markdown/prove-article.ts';

/** How to read texts. The same for all texts of an import. */
export interface ConvertOptions {
  /** A label of the Encoding Standard, for texts without a byte order mark. Defaults to UTF-8. */
  readonly encoding?: string | undefined;
  /** By default, the text itself decides. */
  readonly paragraphs?: ParagraphStyle | undefined;
  /** Whether the first paragraph below headline, caption, credit and byline is the standfirst. */
  readonly standfirst: boolean;
  /** The language of the articles (BCP 47), to write into their front matter. */
  readonly language?: string | undefined;
  /** The language of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
}

/** What was recognised in a text. */
export interface Recognised {
  readonly encoding: string;
  readonly paragraphStyle: ParagraphStyle;
  readonly headline: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly standfirst?: string;
  readonly byline?: readonly string[];
  readonly dateline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly bodyParagraphs: number;
  /** What the user should check, in full sentences. */
  readonly notes: readonly string[];
}

/** The file of an article, proved to have the words of the text; or why there is none. */
export type Conversion =
  | { readonly ok: true; readonly markdown: string; readonly recognised: Recognised }
  | { readonly ok: false; readonly faults: readonly TextFault[] };

/** Converts the bytes of a text to the file of an article. */
export function convert(bytes: Uint8Array, options: ConvertOptions): Conversion {
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
    recognised: { encoding, paragraphStyle, ...describe(draft), notes },
  };
}

function describe(draft: Draft): Omit<Recognised, 'encoding' | 'paragraphStyle' | 'notes'> {
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
