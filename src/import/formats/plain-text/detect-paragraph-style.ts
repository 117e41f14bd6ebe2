import { isCredit } from './credit.ts';
import type { Line } from './split-lines.ts';
import { splitBlocks, type Block, type ParagraphStyle } from './split-paragraphs.ts';

/**
 * Detects how a text separates its paragraphs. Blank lines do if the lines between them look wrapped:
 * none is long, most are so full that the next word had no room, and few end with a sentence.
 * Otherwise every line is a paragraph.
 */
export function detectParagraphStyle(lines: readonly Line[]): ParagraphStyle {
  // The first block is left out: headline, caption and credit are lines of their own in both styles.
  const breaks = splitBlocks(lines).slice(1).flatMap(breaksOf);
  const longest = breaks.reduce((most, { before }) => Math.max(most, before.length), 0);
  if (longest > MAX_WRAP_WIDTH || longest < MIN_WRAP_WIDTH) return 'lines';
  const full = breaks.filter(({ before, width, after }) => {
    const word = /^\S*/.exec(after)?.[0].length ?? 0;
    return before.length + 1 + word > width * MIN_FULLNESS;
  });
  const ended = breaks.filter(({ before }) => SENTENCE_END.test(before));
  return full.length >= breaks.length * 0.6 && ended.length <= breaks.length * 0.4
    ? 'blank'
    : 'lines';
}

/** A line break within a block that is `width` characters wide. */
interface LineBreak {
  /** The line above the break. */
  readonly before: string;
  /** The line below. */
  readonly after: string;
  readonly width: number;
}

function breaksOf(block: Block): LineBreak[] {
  const width = Math.max(...block.slice(0, LINES_OF_BLOCK).map(({ text }) => text.length));
  return block.slice(1, LINES_OF_BLOCK).flatMap(({ text: after }, index) => {
    const before = block[index]?.text ?? '';
    return isCredit(after) ? [] : [{ before, after, width }];
  });
}

/** Enough to see how a block is made. */
const LINES_OF_BLOCK = 1000;

/** In characters. E-mail and typewriters wrap at 60 to 80; hardly anybody wraps wider than 120. */
const MAX_WRAP_WIDTH = 140;
const MIN_WRAP_WIDTH = 20;
/** Relative to the width: editors that wrap leave lines a little short, but not more. */
const MIN_FULLNESS = 0.9;

/** Ends of sentences in several writing systems, with the quotation marks that may follow. */
const SENTENCE_END = /[!.:?\u0589\u061F\u06D4\u0964\u3002\uFF01\uFF0E\uFF1F…]["'’”»)\]」』]*$/u;
