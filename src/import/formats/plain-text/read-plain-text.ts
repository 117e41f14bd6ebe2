import type { Draft, Paragraph } from '../../draft.ts';
import type { TextFault } from '../../markdown/prove-article.ts';
import { detectParagraphStyle } from './detect-paragraph-style.ts';
import { faultOfOtherText } from './not-an-article.ts';
import { notesOn } from './notes.ts';
import { recogniseParts, type RecogniseOptions } from './recognise-parts.ts';
import { splitLines } from './split-lines.ts';
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
  const fault = faultOfOtherText(text);
  if (fault) return { ok: false, fault };
  const lines = splitLines(text);
  const paragraphStyle = options.paragraphs ?? detectParagraphStyle(lines);
  const paragraphs = splitParagraphs(lines, paragraphStyle);
  const parts = recogniseParts(paragraphs, options);
  if (!parts.ok) return parts;
  const { draft } = parts;
  return { ok: true, draft, paragraphs, paragraphStyle, notes: notesOn(draft, lines) };
}
