import type { Paragraph } from '../../draft.ts';
import { readByline } from '../../../article/read-byline.ts';
import { isCredit } from './credit.ts';
import { readBareDate, readDateLine } from './date-line.ts';
import type { Line } from './split-lines.ts';

/** How a text separates its paragraphs: one per line, or with blank lines between wrapped ones. */
export type ParagraphStyle = 'lines' | 'blank';

/** Joins lines into paragraphs. */
export function splitParagraphs(lines: readonly Line[], style: ParagraphStyle): Paragraph[] {
  if (style === 'lines') return lines.map(({ text, number }) => ({ text, line: number }));
  return splitBlocks(lines).flatMap((block, index) =>
    (index < TOP_BLOCKS ? splitTopBlock(block, index === 0) : [block]).map(joinLines),
  );
}

/** Lines without a blank line between them. Never empty. */
export type Block = readonly [Line, ...Line[]];

export function splitBlocks(lines: readonly Line[]): Block[] {
  const blocks: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && !line.afterBlank) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Headline, caption, credit, byline and date are in these, often without blank lines between them. */
const TOP_BLOCKS = 4;

/** Makes byline, date, credit, and a headline with a caption below, paragraphs of their own. */
function splitTopBlock(block: Block, isFirst: boolean): Block[] {
  const endsWithCredit = isCredit(block.at(-1)?.text ?? '');
  const parts: [Line, ...Line[]][] = [];
  let partEnded = true;
  for (const [index, line] of block.entries()) {
    const isOwnPart =
      (endsWithCredit && index === block.length - 1) ||
      readByline(line.text) !== undefined ||
      readDateLine(line.text) !== undefined ||
      readBareDate(line.text) !== undefined;
    const last = parts.at(-1);
    if (!last || isOwnPart || partEnded) parts.push([line]);
    else last.push(line);
    partEnded = isOwnPart || (isFirst && endsWithCredit && index === 0);
  }
  return parts;
}

/**
 * Keeps line breaks, except between two characters of writing systems without spaces between words:
 * a browser would show a space there.
 */
function joinLines([first, ...rest]: Block): Paragraph {
  let { text } = first;
  for (const line of rest) {
    const isSpaceless = SPACELESS_END.test(text) && SPACELESS_START.test(line.text);
    text += isSpaceless ? line.text : `\n${line.text}`;
  }
  return { text, line: first.number };
}

const SPACELESS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]`;
const SPACELESS_START = new RegExp(`^${SPACELESS}`, 'u');
const SPACELESS_END = new RegExp(`${SPACELESS}$`, 'u');
