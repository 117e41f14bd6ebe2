import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeProblems, type Problem } from '../../../src/article/problem.ts';
import { convertText, type ConvertOptions } from '../../../src/import/convert.ts';
import type { TextFault } from '../../../src/import/markdown/prove-article.ts';

/*
 * One folder per case: `input.txt`, `options.json` if needed, and the expected result: `expected.md`,
 * or `expected-problem.txt` if the text is refused.
 */

const FIXTURES = 'tests/fixtures/import';

test.each(readdirSync(FIXTURES))('the fixture %s has the expected result', (name) => {
  const folder = `${FIXTURES}/${name}`;
  const conversion = convertText(readFileSync(`${folder}/input.txt`), {
    standfirst: false,
    publicationLanguage: 'en',
    ...readOptions(`${folder}/options.json`),
  });
  const [given, expected] = conversion.ok
    ? [conversion.markdown, 'expected.md']
    : [`${describeProblems(conversion.faults.map(inInput))}\n`, 'expected-problem.txt'];
  expect(readdirSync(folder).filter((file) => file.startsWith('expected'))).toEqual([expected]);
  expect(given).toBe(readFileSync(`${folder}/${expected}`, 'utf8'));
});

function inInput(fault: TextFault): Problem {
  return { file: 'input.txt', ...fault };
}

test('the provided article becomes the file in content/articles, except for the language of the credit', () => {
  const bytes = readFileSync('tests/fixtures/provided-article/input.txt');
  const conversion = convertText(bytes, { standfirst: true, publicationLanguage: 'en' });
  const [name] = readdirSync('content/articles');
  const file = readFileSync(`content/articles/${name ?? ''}`, 'utf8');
  expect(conversion).toMatchObject({
    ok: true,
    markdown: file.replace(/<span lang="ru">(.*)<\/span>/, '$1'),
  });
  expect(file).toContain('<span lang="ru">');
});

function readOptions(file: string): Partial<ConvertOptions> {
  // The fixtures are part of the tests, and contain valid options.
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<ConvertOptions>)
    : {};
}
