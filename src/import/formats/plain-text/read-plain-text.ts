import type { Draft, Paragraph } from '../../draft.ts';
import type { TextFault } from '../../markdown/prove-article.ts';
import { detectParagraphStyle } from './detect-paragraph-style.ts';
import { recogniseParts, type RecogniseOptions } from './recognise-parts.ts';
import { splitLines, type Line } from './split-lines.ts';
import { splitParagraphs, type ParagraphStyle } from './split-paragraphs.ts';

export interface PlainTextOptions extends RecogniseOptions {
  /** By default, the text itself decides. */
  readonly paragraphs?: ParagraphStyle | undefined;
}

/** A plain text, taken apart; or why it is no article. */
export type PlainText =
  | {
      readonly ok: true;
      readonly draft: Draft;
      /** All paragraphs of the text, in order. */
      readonly paragraphs: readonly Paragraph[];
      readonly paragraphStyle: ParagraphStyle;
      /** What the user should check, in full sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly fault: TextFault };

/** Reads an article from plain text. */
export function readPlainText(text: string, options: PlainTextOptions): PlainText {
  const lines = splitLines(text);
  const paragraphStyle = options.paragraphs ?? detectParagraphStyle(lines);
  const paragraphs = splitParagraphs(lines, paragraphStyle);
  const parts = recogniseParts(paragraphs, options);
  if (!parts.ok) return parts;
  const { draft } = parts;
  return { ok: true, draft, paragraphs, paragraphStyle, notes: notesOn(draft, lines) };
}

/** In characters. Longer than any newspaper's. */
const MAX_HEADLINE_LENGTH = 300;

function notesOn({ headline }: Draft, lines: readonly Line[]): string[] {
  const { length } = headline.text;
  const indented = lines.filter((line) => line.indented).length;
  const notes: string[] = [];
  if (length > MAX_HEADLINE_LENGTH) {
    notes.push(`The headline has ${length} characters. Does the text start with a headline?`);
  }
  if (indented > 0) {
    const linesAre = indented === 1 ? 'A line is' : `${indented} lines are`;
    notes.push(`${linesAre} indented. The indentation was removed: pages do not show it.`);
  }
  return notes;
}
