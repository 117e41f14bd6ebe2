import { readBylineLine } from './byline.ts';
import { isCreditLine } from './credit.ts';
import type { Line } from './split-lines.ts';

/** How a text parts its paragraphs: each is one line, or blank lines stand between them. */
export type ParagraphStyle = 'lines' | 'blank';

/** A paragraph of a text as it was provided. */
export interface Paragraph {
  /** Its lines, as they were broken, with a line feed between. */
  readonly text: string;
  /** The line on which it begins, counted from 1. */
  readonly line: number;
}

/** Puts lines together to paragraphs. */
export function splitParagraphs(lines: readonly Line[], style: ParagraphStyle): Paragraph[] {
  if (style === 'lines') return lines.map(({ text, number }) => ({ text, line: number }));
  return blocksOf(lines).flatMap((block, index) =>
    (index < TOP_BLOCKS ? partTopBlock(block, index === 0) : [block]).map(joinLines),
  );
}

/** Lines between which no blank line stands. Never empty. */
export type Block = readonly [Line, ...Line[]];

export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && !line.afterBlank) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Headline, caption, credit and byline stand here, often without blank lines between them. */
const TOP_BLOCKS = 4;

/** Byline and credit are lines of their own, and so is the headline that a caption follows. */
function partTopBlock(block: Block, first: boolean): Block[] {
  const credited = isCreditLine(block.at(-1)?.text ?? '');
  const parts: [Line, ...Line[]][] = [];
  let partEnded = true;
  for (const [index, line] of block.entries()) {
    const credit = credited && index === block.length - 1;
    const ownLine = credit || readBylineLine(line.text) !== undefined;
    const last = parts.at(-1);
    if (!last || ownLine || partEnded) parts.push([line]);
    else last.push(line);
    partEnded = ownLine || (first && credited && index === 0);
  }
  return parts;
}

/**
 * Line breaks stay, except between two characters of scripts that put no space between words: there
 * a browser would show a space that nobody wrote.
 */
function joinLines([first, ...rest]: Block): Paragraph {
  let text = first.text;
  for (const line of rest) {
    text +=
      SPACELESS_END.test(text) && SPACELESS_START.test(line.text) ? line.text : `\n${line.text}`;
  }
  return { text, line: first.number };
}

const SPACELESS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]`;
const SPACELESS_START = new RegExp(`^${SPACELESS}`, 'u');
const SPACELESS_END = new RegExp(`${SPACELESS}$`, 'u');
