import { describe, expect, test } from 'vitest';
import { findMergeConflicts } from '../../../src/content/checks/find-merge-conflicts.ts';

const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> feature/x\n';

/** Returns the lines of the conflicts. */
function linesOf(text: string): (number | undefined)[] {
  return findMergeConflicts(text).map(({ line }) => line);
}

test('a merge conflict is described with its markers and lines', () => {
  expect(findMergeConflicts(`one\n\n${conflict}`)).toEqual([
    {
      line: 3,
      wrong:
        'The file has an unresolved merge conflict: <<<<<<< HEAD … >>>>>>> feature/x on line 7',
      right:
        'Keep one version, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>. To show a marker to readers, indent it by a space.',
    },
  ]);
});

describe('a conflict is found', () => {
  test.each([
    ['with the common ancestor', conflict.replace('===', '||||||| 1a2b3c\nold\n===')],
    ['with an empty side', '<<<<<<< HEAD\n=======\ntheirs\n>>>>>>> x'],
    ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>'],
    ['with CRLF', conflict.replaceAll('\n', '\r\n')],
    ['with CR', conflict.replaceAll('\n', '\r')],
    ['without a middle', '<<<<<<< HEAD\na\n>>>>>>> x'],
    ['without a beginning', '=======\ntheirs\n>>>>>>> x'],
    ['without an end', '<<<<<<< HEAD\na'],
    ['across the end of front matter', '<<<<<<< HEAD\n---\na\n=======\n---\nb\n>>>>>>> x'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([1]);
  });

  test('for each of several, also in a code block', () => {
    expect(linesOf(`${conflict}${conflict}\`\`\`\n${conflict}\`\`\``)).toEqual([1, 6, 12]);
  });
});

describe('no conflict is found for', () => {
  test.each([
    ['a heading', 'A heading\n=======\n\nText.'],
    ['a block quote of seven levels', '>>>>>>> A quotation'],
    ['a block quote of seven levels before a heading', '>>>>>>> A quotation\n\nA heading\n======='],
    ['a table without cells', '|||||||'],
    ['an indented marker', conflict.replaceAll(/^(?=[<=>])/gm, ' ')],
    ['a marker inside a line', conflict.replaceAll(/^(?=[<=>])/gm, '- ')],
    ['a shorter marker', '<<<<<< HEAD\n======\n>>>>>> x'],
    ['a longer marker', '<<<<<<<< HEAD\n========\n>>>>>>>> x'],
    ['a marker followed by a letter', '<<<<<<<HEAD\n>>>>>>>x'],
    ['an escaped marker', '\\<<<<<<< HEAD'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([]);
  });
});
