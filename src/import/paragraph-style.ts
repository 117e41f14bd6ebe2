import type { Line } from './split-lines.ts';
import { blocksOf, type ParagraphStyle } from './split-paragraphs.ts';

/**
 * Tells by the text itself how its paragraphs are parted. Blank lines part hard-wrapped paragraphs
 * if the lines between them look wrapped: none is long, most are so full that the next line's first
 * word had no place left, and few end where a sentence ends. Otherwise every line is a paragraph.
 */
export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const breaks = blocksOf(lines)
    // Headline, caption and credit often stand line by line above a text of either kind.
    .slice(1)
    .flatMap((block) =>
      block.slice(1).map((line, index) => ({ before: block[index]?.text ?? '', after: line.text })),
    );
  if (breaks.length === 0) return 'lines';
  const width = breaks.reduce((most, { before }) => Math.max(most, before.length), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return 'lines';
  const full = breaks.filter(({ before, after }) => {
    const word = /^\S*/.exec(after)?.[0].length ?? 0;
    return before.length + 1 + word > width * FULLNESS;
  });
  const ended = breaks.filter(({ before }) => SENTENCE_END.test(before));
  return full.length >= breaks.length * 0.7 && ended.length <= breaks.length * 0.5
    ? 'blank'
    : 'lines';
}

/** In characters. Mail and typewriters wrap at 60 to 80; nobody wraps much wider than 120. */
const WIDEST_WRAP = 140;
const NARROWEST_WRAP = 20;
/** Of the width: editors that wrap leave lines a little short, and never far. */
const FULLNESS = 0.9;

/** Ends of sentences in the scripts that have them, with the quotation marks that may follow. */
const SENTENCE_END = /[!.:?\u0589\u061F\u06D4\u0964\u3002\uFF01\uFF0E\uFF1F…]["'’”»)\]」』]*$/u;
