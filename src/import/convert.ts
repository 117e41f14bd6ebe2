import { decodeBytes } from './bytes/decode-bytes.ts';
import { onOneLine, type Draft } from './draft.ts';
import { formatArticle } from './markdown/format-article.ts';
import { paragraphStyle } from './formats/plain-text/detect-paragraph-style.ts';
import { proveArticle, type TextFault } from './markdown/prove-article.ts';
import { recognise } from './formats/plain-text/recognise.ts';
import { splitLines, type Line } from './formats/plain-text/split-lines.ts';
import { splitParagraphs, type ParagraphStyle } from './formats/plain-text/split-paragraphs.ts';

/** How texts are to be read. The same for every text of one import. */
export interface ConvertOptions {
  /** A label of the Encoding Standard, for texts without a byte order mark. UTF-8 when absent. */
  readonly encoding?: string | undefined;
  /** How paragraphs are parted. Told by the text itself when absent. */
  readonly paragraphs?: ParagraphStyle | undefined;
  readonly standfirst: boolean;
  /** The articles' language (BCP 47), to be named in their front matter. */
  readonly language?: string | undefined;
  /** The language of articles that name none (BCP 47). */
  readonly publicationLanguage: string;
}

/** What was recognised in a text, to be shown to the one who provided it. */
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
  readonly bodyParagraphs: number;
  /** What should be looked at, as full sentences. */
  readonly notes: readonly string[];
}

/** A text as an article's file, proved to say the same; or what keeps it from becoming one. */
export type Conversion =
  | { readonly ok: true; readonly markdown: string; readonly recognised: Recognised }
  | { readonly ok: false; readonly faults: readonly TextFault[] };

/** Makes an article's Markdown file of a text. Touches no file. */
export function convert(bytes: Uint8Array, options: ConvertOptions): Conversion {
  const decoding = decodeBytes(bytes, options.encoding);
  if (!decoding.ok) return { ok: false, faults: [decoding.fault] };
  const { text, encoding } = decoding.value;
  const lines = splitLines(text);
  const style = options.paragraphs ?? paragraphStyle(lines);
  const paragraphs = splitParagraphs(lines, style);
  const language = options.language ?? options.publicationLanguage;
  const recognition = recognise(paragraphs, { standfirst: options.standfirst, language });
  if (!recognition.ok) return { ok: false, faults: [recognition.fault] };
  const draft = recognition.value;
  const markdown = formatArticle(draft, options.language);
  const faults = proveArticle(markdown, paragraphs, draft, language);
  if (faults.length > 0) return { ok: false, faults };
  const notes = notesOn(draft, lines);
  return { ok: true, markdown, recognised: describe(draft, encoding, style, notes) };
}

function describe(
  draft: Draft,
  encoding: string,
  style: ParagraphStyle,
  notes: readonly string[],
): Recognised {
  const { headline, caption, credit, standfirst, byline, dateline, body } = draft;
  return {
    encoding,
    paragraphStyle: style,
    headline: onOneLine(headline),
    ...(caption && { caption: onOneLine(caption) }),
    ...(credit && { credit: onOneLine(credit) }),
    ...(standfirst && { standfirst: onOneLine(standfirst) }),
    ...(byline && { byline: byline.names }),
    ...(dateline && { dateline: dateline.city, published: dateline.published }),
    bodyParagraphs: body.length,
    notes,
  };
}

/** In characters. No newspaper sets a longer one. */
const LONGEST_HEADLINE = 300;

function notesOn({ headline }: Draft, lines: readonly Line[]): string[] {
  const { length } = headline.text;
  const indented = lines.filter((line) => line.indented).length;
  return [
    ...(length > LONGEST_HEADLINE
      ? [`The headline is ${length} characters long. Does the text begin with one?`]
      : []),
    ...(indented > 0
      ? [
          `${indented === 1 ? 'A line is' : `${indented} lines are`} indented. Pages show no indentation: it was left out.`,
        ]
      : []),
  ];
}
