import { parse, postprocess, preprocess } from 'micromark';
import type { Token } from 'micromark-util-types';
import { remark } from 'remark';
import { gfmParts } from '../../markdown/gfm-parts.ts';
import { inlineOnly } from '../../markdown/inline-only.ts';

/** Where Markdown is read: a paragraph of a body, or a caption, which knows no blocks. */
export type MarkdownPlace = 'body' | 'inline';

/** Blocks that the beginning of a line alone decides on: `markLineStarts` sees to them. */
const LINE_BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

const extensions = {
  body: [
    ...(remark().use(gfmParts).freeze().data().micromarkExtensions ?? []),
    { disable: { null: LINE_BLOCKS } },
  ],
  inline: remark().use(inlineOnly).freeze().data().micromarkExtensions ?? [],
};

/**
 * The places in one paragraph at which a backslash takes a character's meaning as syntax away, as
 * the site's own parser sees it: `a *b* [c](d)` gives 2, 4 and 6. Backslash escapes that are there
 * already count as done.
 * @returns offsets into `paragraph`, ascending, none twice
 */
export function syntaxIn(paragraph: string, place: MarkdownPlace): number[] {
  const tokens = postprocess(
    parse({ extensions: extensions[place] })
      .document()
      .write(preprocess()(paragraph, undefined, true)),
  )
    .filter(([event]) => event === 'enter')
    .map(([, token]) => token);
  return [...new Set(tokens.flatMap(charactersOf))].sort((a, b) => a - b);
}

/** Which characters of a construct to escape: as few as undo it without making another. */
function charactersOf({ type, start, end }: Token): number[] {
  switch (type) {
    // Both sequences: one that is left could pair with another.
    case 'codeTextSequence':
    case 'emphasisSequence':
    case 'strikethroughSequence':
    case 'strongSequence':
      return Array.from({ length: end.offset - start.offset }, (_, index) => start.offset + index);
    case 'autolink':
    case 'characterReference':
    case 'definition':
    case 'gfmFootnoteCall':
    case 'gfmFootnoteDefinition':
    case 'htmlText':
    case 'link':
    case 'tableDelimiterRow':
      return [start.offset];
    case 'image':
      return [start.offset + 1];
    default:
      return [];
  }
}
