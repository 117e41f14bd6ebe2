import { toOneLine, type Draft, type Paragraph, type TopRole } from '../../draft.ts';
import type { TextFault } from '../../markdown/prove-article.ts';
import { readByline } from '../../../article/read-byline.ts';
import { isCredit } from './credit.ts';
import { readBareDate, readDateLine, type DateLine } from './date-line.ts';
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
 * byline and dates, before or after the standfirst; the standfirst, if `options` ask for one or the
 * byline comes below it; a dateline at the start of the body. Everything uncertain stays in the body.
 */
export function recogniseParts(
  paragraphs: readonly Paragraph[],
  options: RecogniseOptions,
): RecognisedParts {
  const reader = new TopReader(paragraphs);
  const headline = reader.take('headline');
  if (!headline) return { ok: false, fault: EMPTY };
  const credits = takeCredits(reader);
  const caption = hasCaption(reader) ? reader.take('caption') : undefined;
  const credit = isCredit(reader.peek()) ? reader.take('credit') : undefined;
  takeCredits(reader, credits);
  const hasStandfirst = options.standfirst || (!credits.byline && isSubtitle(reader));
  const standfirst = hasStandfirst ? reader.take('standfirst') : undefined;
  takeCredits(reader, credits);
  const { byline, published, updated } = credits;
  const [first, ...rest] = reader.rest();
  if (!first) return { ok: false, fault: missingBody(reader.top, paragraphs) };
  // The dateline's day would be a second date of publication.
  const dateline = published === undefined ? readDateline(first.text, options.language) : undefined;
  const start = dateline ? { ...first, text: first.text.slice(dateline.length) } : first;
  const draft: Draft = {
    headline,
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(byline && { byline }),
    ...(standfirst && { standfirst }),
    ...(dateline && { dateline }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
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

type Credits = Pick<Draft, 'byline' | 'published' | 'updated'>;

/** Takes byline and dates, in any order, if they follow. */
function takeCredits(reader: TopReader, credits: Credits = {}): Credits {
  for (;;) {
    const names = credits.byline ? undefined : readByline(reader.peek());
    const day = readDateLine(reader.peek()) ?? dateBesideByline(reader);
    if (names) {
      const { line = 1 } = reader.take('byline') ?? {};
      credits = Object.assign(credits, { byline: { names, line } });
    } else if (day && credits[day.key] === undefined) {
      reader.take(day.key);
      credits = Object.assign(credits, { [day.key]: day.date });
    } else {
      return credits;
    }
  }
}

function dateBesideByline(reader: TopReader): DateLine | undefined {
  const isBeside = reader.top.at(-1) === 'byline' || readByline(reader.peek(1)) !== undefined;
  return isBeside ? readBareDate(reader.peek()) : undefined;
}

/** A paragraph between headline and byline can only be a standfirst. */
function isSubtitle(reader: TopReader): boolean {
  const { length } = reader.peek();
  return length <= MAX_CAPTION_LENGTH && readByline(reader.peek(1)) !== undefined;
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
