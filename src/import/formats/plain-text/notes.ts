import { toOneLine, type Draft, type Paragraph } from '../../draft.ts';
import { mayBeByline } from '../../../article/read-byline.ts';
import { mayBeDateLine } from './date-line.ts';
import type { Line } from './split-lines.ts';

/** What the user should check in an article from plain text, in full sentences. */
export function notesOn({ headline, body }: Draft, lines: readonly Line[]): string[] {
  const { length } = headline.text;
  return [
    ...(length > MAX_HEADLINE_LENGTH
      ? [`The headline has ${length} characters. Does the text start with a headline?`]
      : []),
    ...body.slice(0, DOUBTFUL_PARAGRAPHS).flatMap(doubtsAbout),
    ...KINDS.flatMap(({ pattern, one, many }) => {
      const found = lines.filter(({ text }) => pattern.test(text));
      const [first] = found;
      if (!first) return [];
      return [found.length === 1 ? `Line ${first.number} ${one}` : `${list(found)} ${many}`];
    }),
    ...indentation(lines.filter((line) => line.indented).length),
  ];
}

/** In characters. Longer than any newspaper's. */
const MAX_HEADLINE_LENGTH = 300;

/** Bylines and dates are above the story. */
const DOUBTFUL_PARAGRAPHS = 3;

function doubtsAbout(paragraph: Paragraph): string[] {
  const text = toOneLine(paragraph);
  const what = mayBeByline(text) ? 'byline' : mayBeDateLine(text) ? 'date of the article' : '';
  if (what === '') return [];
  return [`Line ${paragraph.line} may be a ${what}, and stayed in the body: ${text}`];
}

/** What people see in a text, and pages show differently or not at all. */
const KINDS: readonly { readonly pattern: RegExp; readonly one: string; readonly many: string }[] =
  [
    {
      pattern:
        /^(?:[-–—] ?)?(?:(?:page|seite|página|pág\.|стр\.|страница|стор\.|sayfa|صفحة|صفحه|पृष्ठ|第) ?)?\p{Nd}{1,4}(?: ?[页頁])?(?: ?(?:\/|of|von|de|sur|из|з) ?\p{Nd}{1,4})?(?: ?[-–—])?$/iu,
      one: 'looks like a page number, and stayed in the body.',
      many: 'look like page numbers, and stayed in the body.',
    },
    {
      pattern: /\u00AD/,
      one: 'has soft hyphens, which were kept.',
      many: 'have soft hyphens, which were kept.',
    },
    {
      pattern: /\p{Ll}[-\u00AD\u2010]$/u,
      one: 'ends with a hyphen. The word was not joined.',
      many: 'end with a hyphen. The words were not joined.',
    },
    {
      pattern: /^(?:[•‣◦▪●○■□–—*\u00B7\uF0B7-]|\p{Nd}{1,3}[.)])\s+\S/u,
      one: 'starts like an item of a list, and stayed a paragraph.',
      many: 'start like items of a list, and stayed paragraphs.',
    },
  ];

/** More would fill the screen. */
const MAX_LISTED = 5;

function list(lines: readonly Line[]): string {
  const numbers = lines.slice(0, MAX_LISTED).map((line) => line.number);
  const more = lines.length - numbers.length;
  if (more > 0) return `Lines ${numbers.join(', ')} and ${more} more`;
  return `Lines ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

function indentation(indented: number): string[] {
  if (indented === 0) return [];
  const linesAre = indented === 1 ? 'A line is' : `${indented} lines are`;
  return [`${linesAre} indented. The indentation was removed: pages do not show it.`];
}
