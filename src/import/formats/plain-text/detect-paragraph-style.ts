import { isCreditLine } from './credit.ts';
import type { Line } from './split-lines.ts';
import { blocksOf, type Block, type ParagraphStyle } from './split-paragraphs.ts';

/**
 * Tells by the text itself how its paragraphs are parted. Blank lines part hard-wrapped paragraphs
 * if the lines between them look wrapped: none is long, most are so full that the next line's first
 * word had no place left, and few end where a sentence ends. Otherwise every line is a paragraph.
 */
export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  // Headline, caption and credit often stand line by line above a text of either kind.
  const breaks = blocksOf(lines).slice(1).flatMap(breaksOf);
  const longest = breaks.reduce((most, { before }) => Math.max(most, before.length), 0);
  if (longest > WIDEST_WRAP || longest < NARROWEST_WRAP) return 'lines';
  const full = breaks.filter(({ before, width, after }) => {
    const word = /^\S*/.exec(after)?.[0].length ?? 0;
    return before.length + 1 + word > width * FULLNESS;
  });
  const ended = breaks.filter(({ before }) => SENTENCE_END.test(before));
  return full.length >= breaks.length * 0.6 && ended.length <= breaks.length * 0.4
    ? 'blank'
    : 'lines';
}

/** Where a line ends within a block that is `width` characters wide, and the next begins. */
interface LineBreak {
  readonly before: string;
  readonly after: string;
  readonly width: number;
}

function breaksOf(block: Block): LineBreak[] {
  const width = Math.max(...block.slice(0, MOST_LINES).map(({ text }) => text.length));
  return block.slice(1, MOST_LINES).flatMap(({ text: after }, index) => {
    const before = block[index]?.text ?? '';
    return isCreditLine(after) ? [] : [{ before, after, width }];
  });
}

/** Of a block: enough to see how it is made. */
const MOST_LINES = 1000;

/** In characters. Mail and typewriters wrap at 60 to 80; nobody wraps much wider than 120. */
const WIDEST_WRAP = 140;
const NARROWEST_WRAP = 20;
/** Of the width: editors that wrap leave lines a little short, and never far. */
const FULLNESS = 0.9;

/** Ends of sentences in the scripts that have them, with the quotation marks that may follow. */
const SENTENCE_END = /[!.:?\u0589\u061F\u06D4\u0964\u3002\uFF01\uFF0E\uFF1F…]["'’”»)\]」』]*$/u;
