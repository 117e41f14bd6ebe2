import { describe, expect, test } from 'vitest';
import { mergeConflicts } from '../../../src/content/checks/find-merge-conflicts.ts';

const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> feature/x\n';

/** The lines that are named. */
function linesOf(text: string): (number | undefined)[] {
  return mergeConflicts(text).map(({ line }) => line);
}

test('a merge conflict is named with its markers and their lines', () => {
  expect(mergeConflicts(`one\n\n${conflict}`)).toEqual([
    {
      line: 3,
      wrong: 'Git has left a merge conflict here: <<<<<<< HEAD … >>>>>>> feature/x on line 7',
      right:
        'Keep one version, and delete the lines <<<<<<<, |||||||, ======= and >>>>>>>. To show a marker to readers, indent it by a space.',
    },
  ]);
});

describe('a conflict is found', () => {
  test.each([
    ['with the common ancestor', conflict.replace('===', '||||||| 1a2b3c\nold\n===')],
    ['of which one side is empty', '<<<<<<< HEAD\n=======\ntheirs\n>>>>>>> x'],
    ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>'],
    ['with CRLF', conflict.replaceAll('\n', '\r\n')],
    ['with CR', conflict.replaceAll('\n', '\r')],
    ['whose middle was deleted', '<<<<<<< HEAD\na\n>>>>>>> x'],
    ['whose beginning was deleted', '=======\ntheirs\n>>>>>>> x'],
    ['whose end was deleted', '<<<<<<< HEAD\na'],
    ['over the end of front matter', '<<<<<<< HEAD\n---\na\n=======\n---\nb\n>>>>>>> x'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([1]);
  });

  test('each of several, and in a code block too', () => {
    expect(linesOf(`${conflict}${conflict}\`\`\`\n${conflict}\`\`\``)).toEqual([1, 6, 12]);
  });
});

describe('no conflict is', () => {
  test.each([
    ['a heading', 'A heading\n=======\n\nText.'],
    ['a quotation of seven levels', '>>>>>>> A quotation'],
    ['such a quotation, and then a heading', '>>>>>>> A quotation\n\nA heading\n======='],
    ['a table without cells', '|||||||'],
    ['a marker that is indented', conflict.replaceAll(/^(?=[<=>])/gm, ' ')],
    ['a marker within a line', conflict.replaceAll(/^(?=[<=>])/gm, '- ')],
    ['a shorter marker', '<<<<<< HEAD\n======\n>>>>>> x'],
    ['a longer marker', '<<<<<<<< HEAD\n========\n>>>>>>>> x'],
    ['a marker that goes on as a word', '<<<<<<<HEAD\n>>>>>>>x'],
    ['an escaped marker', '\\<<<<<<< HEAD'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([]);
  });
});
