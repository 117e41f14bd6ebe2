import type { Root } from 'mdast';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { cutText, type TextRange } from './cut-text.ts';
import { findComments } from './find-comments.ts';

/**
 * Removes HTML comments before the text is parsed, because a comment can span blocks. Each comment
 * is a warning, and each ambiguous one a fault (see `findComments`). All line numbers stay the same.
 *
 *     A port.<!-- Which one? -->  →  <p>A port.</p>
 *     `<!-- a -->` \<!-- b -->    →  <p><code>&#x3C;!-- a --></code> &#x3C;!-- b --></p>
 */
export function comments(this: Processor): undefined {
  const { parser } = this;
  this.parser = (document, file) => {
    if (!parser) throw new Error('`comments` needs a parser.');
    if (!document.includes('<!--')) return parser(document, file);
    const { comments, faults } = findComments(document, this.data().micromarkExtensions ?? []);
    for (const { offset, wrong, right } of faults) {
      file.message(wrong, { place: pointAt(document, offset) }).note = right;
    }
    for (const comment of comments) warnAbout(comment, document, file);
    const cuts = comments.map((comment) => withSpaceBefore(comment, document));
    const { text, offsetOf } = cutText(document, cuts);
    // Later steps read the source of nodes from it.
    file.value = text;
    const tree = parser(text, file);
    const lineBreaks = cuts.map(({ start, end }) => ({
      start,
      count: countLineBreaks(document.slice(start, end)),
    }));
    // Messages name the line on which a node starts. The parser is remark's, so the tree is a `Root`.
    visit(tree as Root, ({ position }) => {
      if (!position) return;
      const { start } = position;
      const offset = offsetOf(start.offset ?? 0);
      for (const cut of lineBreaks) if (cut.start < offset) start.line += cut.count;
    });
    return tree;
  };
}

function warnAbout({ start, end }: TextRange, document: string, file: VFile): void {
  const place = pointAt(document, start);
  reportComment(document.slice(start, end), place, '\\<!-- in place of <!--', file);
}

/** Warns of a comment that is left out. @param shown what to write to show it */
export function reportComment(
  comment: string,
  place: VFile['messages'][number]['place'],
  shown: string,
  file: VFile,
): void {
  const words = comment.replaceAll(/\s+/g, ' ');
  const excerpt = words.length > MAX_EXCERPT ? `${words.slice(0, MAX_EXCERPT)}…` : words;
  const lines = countLineBreaks(comment) + 1;
  const extent = lines === 1 ? '' : ` of ${lines} lines`;
  file.info(`The comment${extent} is left out: ${excerpt}`, { place }).note =
    `To show it to readers, write ${shown}.`;
}

/** Characters of a comment to quote. */
const MAX_EXCERPT = 80;

/** Includes the space before a comment at the end of a line: two spaces there are a line break. */
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
