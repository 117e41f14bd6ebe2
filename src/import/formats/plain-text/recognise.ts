import type { Problem } from '../../../article/problem.ts';
import { readBylineLine } from './byline.ts';
import { isCreditLine } from './credit.ts';
import { readDateline } from './dateline.ts';
import { onOneLine, type Draft, type TopRole } from '../../draft.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** What guides the recognition. */
export interface RecogniseOptions {
  /** Whether the first paragraph below headline, caption, credit and byline is the standfirst. */
  readonly standfirst: boolean;
  /** The article's language (BCP 47), in which a dateline's date is written. */
  readonly language: string;
}

export type Recognition =
  | { readonly ok: true; readonly value: Draft }
  | { readonly ok: false; readonly fault: Pick<Problem, 'wrong' | 'right' | 'line'> };

/**
 * Recognises the shape of an article in its paragraphs: the headline; a caption and a credit, or a
 * credit alone; a byline, before or after the standfirst; the standfirst, if there is to be one; a
 * dateline at the beginning of the body. What is not certain is body.
 */
export function recognise(
  paragraphs: readonly Paragraph[],
  { standfirst: wantsStandfirst, language }: RecogniseOptions,
): Recognition {
  const reader = new TopReader(paragraphs);
  const headline = reader.take('headline');
  if (!headline) return { ok: false, fault: emptyFault };
  let byline = takeByline(reader);
  const caption = isCaptioned(reader) ? reader.take('caption') : undefined;
  const credit = isCreditLine(reader.ahead(0)) ? reader.take('credit') : undefined;
  byline ??= takeByline(reader);
  const standfirst = wantsStandfirst ? reader.take('standfirst') : undefined;
  byline ??= takeByline(reader);
  const [first, ...rest] = reader.rest();
  if (!first) return { ok: false, fault: bodyFault(reader.top, paragraphs) };
  const dateline = readDateline(first.text, language);
  const opening = dateline ? { ...first, text: first.text.slice(dateline.length) } : first;
  const draft: Draft = {
    headline,
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(byline && { byline }),
    ...(standfirst && { standfirst }),
    ...(dateline && { dateline }),
    body: [opening, ...rest],
    top: reader.top,
  };
  return { ok: true, value: draft };
}

/** Takes paragraphs from the top of a text, one by one, and keeps account of their roles. */
class TopReader {
  readonly top: TopRole[] = [];
  readonly #paragraphs: readonly Paragraph[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.#paragraphs = paragraphs;
  }

  take(role: TopRole): Paragraph | undefined {
    const paragraph = this.#paragraphs[this.top.length];
    if (paragraph) this.top.push(role);
    return paragraph;
  }

  /** The text of a paragraph not taken yet, counted from the next; empty where there is none. */
  ahead(distance: number): string {
    const paragraph = this.#paragraphs[this.top.length + distance];
    return paragraph ? onOneLine(paragraph) : '';
  }

  rest(): readonly Paragraph[] {
    return this.#paragraphs.slice(this.top.length);
  }
}

function takeByline(reader: TopReader): Draft['byline'] {
  const names = readBylineLine(reader.ahead(0));
  const paragraph = names && reader.take('byline');
  return names && paragraph && { names, line: paragraph.line };
}

function isCaptioned(reader: TopReader): boolean {
  const caption = reader.ahead(0);
  return (
    isCreditLine(reader.ahead(1)) && !isCreditLine(caption) && caption.length <= LONGEST_CAPTION
  );
}

/** In characters. Longer paragraphs tell a story, even if a credit follows them. */
const LONGEST_CAPTION = 1000;

const emptyFault = {
  wrong: 'The text is empty.',
  right: 'A text begins with its headline, and its paragraphs follow.',
};

function bodyFault(top: readonly TopRole[], paragraphs: readonly Paragraph[]) {
  const line = paragraphs.at(-1)?.line ?? 1;
  if (top.at(-1) === 'standfirst') {
    const right = 'Add the text of the article, or import it without --standfirst.';
    return { line, wrong: 'Nothing follows the standfirst: the article has no body.', right };
  }
  const wrong = `Nothing follows the ${top.at(-1) ?? 'headline'}: the article has no body.`;
  return { line, wrong, right: 'Write the text of the article below it.' };
}
