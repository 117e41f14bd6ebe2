import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { cutText, type TextRange } from './cut-text.ts';
import { findComments } from './find-comments.ts';

/**
 * Leaves comments out before the text is parsed, wherever they stand: what a colleague is told is
 * nothing for readers. Each is a warning, each that may hide too much or too little a fault (see
 * `findComments`). The lines of everything else stay what they were.
 *
 *     A port.<!-- Which one? -->  →  <p>A port.</p>
 *     `<!-- a -->` \<!-- b -->    →  <p><code>&#x3C;!-- a --></code> &#x3C;!-- b --></p>
 */
export function comments(this: Processor): undefined {
  const { parser } = this;
  this.parser = (document, file) => {
    if (!parser) throw new Error('The step needs a parser before it.');
    if (!document.includes('<!--')) return parser(document, file);
    const { comments, faults } = findComments(document, this.data().micromarkExtensions ?? []);
    for (const { offset, wrong, right } of faults) {
      file.message(wrong, { place: pointAt(document, offset) }).note = right;
    }
    for (const comment of comments) warnOf(comment, document, file);
    const cuts = comments.map((comment) => withSpaceBefore(comment, document));
    const { text, offsetOf } = cutText(document, cuts);
    // Later steps read in it what a node was written as.
    file.value = text;
    const tree = parser(text, file);
    const lineBreaks = cuts.map(({ start, end }) => ({
      start,
      count: countLineBreaks(document.slice(start, end)),
    }));
    // Messages name the line on which a node begins. It is remark's parser, so the tree is a root.
    visit(tree as Root, ({ position }) => {
      if (!position) return;
      const { start } = position;
      const offset = offsetOf(start.offset ?? 0);
      for (const cut of lineBreaks) if (cut.start < offset) start.line += cut.count;
    });
    return tree;
  };
}

function warnOf({ start, end }: TextRange, document: string, file: VFile): void {
  const comment = document.slice(start, end).replaceAll(/\s+/g, ' ');
  const short = comment.length > LONGEST ? `${comment.slice(0, LONGEST)}…` : comment;
  const place = pointAt(document, start);
  const lines = countLineBreaks(document.slice(start, end)) + 1;
  const extent = lines === 1 ? '' : ` of ${lines} lines`;
  file.info(`The comment${extent} is left out: ${short}`, { place }).note =
    'To show it to readers, write \\<!-- in place of <!--.';
}

/** Enough to recognize a comment by, in characters. */
const LONGEST = 80;

/** Of a comment that ends a line: two spaces that are left there would break the line. */
function withSpaceBefore({ start, end }: TextRange, document: string): TextRange {
  if (!/^[\t ]*(?:[\n\r]|$)/.test(document.slice(end))) return { start, end };
  let from = start;
  while (/[\t ]/.test(document.charAt(from - 1))) from--;
  return { start: from, end };
}

function pointAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split(LINE_BREAK);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
}

function countLineBreaks(text: string): number {
  return text.split(LINE_BREAK).length - 1;
}

const LINE_BREAK = /\r\n|\n|\r/;
