import { toOneLine, type Draft, type Paragraph, type TopRole } from '../../draft.ts';
import type { TextFault } from '../../markdown/prove-article.ts';
import { readByline } from './byline.ts';
import { isCredit } from './credit.ts';
import { readDateline } from './dateline.ts';

export interface RecogniseOptions {
  /** Whether the first paragraph below headline, caption, credit and byline is the standfirst. */
  readonly standfirst: boolean;
  /** The article's language (BCP 47), in which the date of a dateline is written. */
  readonly language: string;
}

export type RecognisedParts =
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly fault: TextFault };

/**
 * Recognises the parts of an article: the headline; a caption with its credit, or a credit alone; a
 * byline, before or after the standfirst; the standfirst, if `options` ask for one; a dateline at the
 * start of the body. Everything uncertain stays in the body.
 */
export function recogniseParts(
  paragraphs: readonly Paragraph[],
  options: RecogniseOptions,
): RecognisedParts {
  const reader = new TopReader(paragraphs);
  const headline = reader.take('headline');
  if (!headline) return { ok: false, fault: EMPTY };
  let byline = takeByline(reader);
  const caption = hasCaption(reader) ? reader.take('caption') : undefined;
  const credit = isCredit(reader.peek()) ? reader.take('credit') : undefined;
  byline ??= takeByline(reader);
  const standfirst = options.standfirst ? reader.take('standfirst') : undefined;
  byline ??= takeByline(reader);
  const [first, ...rest] = reader.rest();
  if (!first) return { ok: false, fault: missingBody(reader.top, paragraphs) };
  const dateline = readDateline(first.text, options.language);
  const start = dateline ? { ...first, text: first.text.slice(dateline.length) } : first;
  const draft: Draft = {
    headline,
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(byline && { byline }),
    ...(standfirst && { standfirst }),
    ...(dateline && { dateline }),
    body: [start, ...rest],
    top: reader.top,
  };
  return { ok: true, draft };
}

/** Reads the paragraphs above the body one by one, and records their roles. */
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

  /** The text of the next paragraph, or of one after it. Empty at the end. */
  peek(distance = 0): string {
    const paragraph = this.#paragraphs[this.top.length + distance];
    return paragraph ? toOneLine(paragraph) : '';
  }

  rest(): readonly Paragraph[] {
    return this.#paragraphs.slice(this.top.length);
  }
}

function takeByline(reader: TopReader): Draft['byline'] {
  const names = readByline(reader.peek());
  const paragraph = names && reader.take('byline');
  return names && paragraph && { names, line: paragraph.line };
}

function hasCaption(reader: TopReader): boolean {
  const caption = reader.peek();
  return isCredit(reader.peek(1)) && !isCredit(caption) && caption.length <= MAX_CAPTION_LENGTH;
}

/** In characters. A longer paragraph is part of the story, even if a credit follows. */
const MAX_CAPTION_LENGTH = 1000;

const EMPTY: TextFault = {
  wrong: 'The text is empty.',
  right: 'Start the text with its headline, and put its paragraphs below.',
};

function missingBody(top: readonly TopRole[], paragraphs: readonly Paragraph[]): TextFault {
  const line = paragraphs.at(-1)?.line ?? 1;
  const role = top.at(-1) ?? 'headline';
  const right =
    role === 'standfirst'
      ? 'Add the text of the article, or import it without --standfirst.'
      : 'Add the text of the article below it.';
  return { line, wrong: `Nothing follows the ${role}: the article has no body.`, right };
}
