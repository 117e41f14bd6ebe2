import { expect, test } from 'vitest';
import { readCommandLine } from '../../../src/cli/import-options.ts';
import { HELP } from '../../../src/cli/import-help.ts';

test('without options, files are imported with the defaults', () => {
  expect(readCommandLine(['a.txt', 'texts', '-'])).toEqual({
    type: 'import',
    command: {
      sources: ['a.txt', 'texts', '-'],
      standfirst: false,
      paragraphs: undefined,
      encoding: undefined,
      from: undefined,
      media: undefined,
      acceptOmissions: false,
      report: undefined,
      language: undefined,
      force: false,
      dryRun: false,
      json: false,
    },
  });
});

test('options can be before, between and after the files', () => {
  const args = ['--force', 'a', '--encoding=koi8-r', '--language', 'EN-us', '--json', '--', '--b'];
  expect(readCommandLine(args)).toMatchObject({
    command: {
      sources: ['a', '--b'],
      force: true,
      encoding: 'koi8-r',
      language: 'en-US',
      json: true,
    },
  });
});

test.each([
  [[], 'No texts are named. Name files, folders, or - for standard input.'],
  [['--standfrist', 'a'], 'There is no option --standfrist. Did you mean --standfirst?'],
  [['--paragraphs', 'some', 'a'], '--paragraphs must be "lines" or "blank", not "some".'],
  [['--encoding', 'klingon', 'a'], '"klingon" is not the name of an encoding.'],
  [['--encoding', 'replacement', 'a'], '"replacement" is not the name of an encoding.'],
  [['--language', 'en_US!', 'a'], '"en_US!" is not a language tag.'],
  [['-', '-'], 'Standard input (-) is named twice. It can be read only once.'],
])('the command line %j is refused: %s', (args, message) => {
  const line = readCommandLine(args);
  expect(line.type === 'error' && line.message).toContain(message);
});

test('the help names every option, in lines that fit a terminal', () => {
  expect(readCommandLine(['-h'])).toEqual({ type: 'help' });
  for (const option of ['standfirst', 'paragraphs', 'encoding', 'language', 'dry-run', 'force']) {
    expect(HELP).toContain(`--${option}`);
  }
  for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
