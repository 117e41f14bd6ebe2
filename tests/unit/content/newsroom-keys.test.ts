import { afterEach, describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readContent } from '../../../src/content/documents/read-content.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

const project = process.cwd();
afterEach(() => {
  process.chdir(project);
});

/** Returns the problems of articles with this front matter, and of other files. */
async function problemsOf(
  articles: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const texts = Object.entries(articles).map(([slug, keys]): [string, string] => [
    `content/articles/${slug}.md`,
    `---\nheadline: The article ${slug}\n${keys}\n---\nText.\n`,
  ]);
  process.chdir(
    await temporaryFolder({
      'content/publication.yaml': 'name: A\nlanguage: en\n',
      ...Object.fromEntries(texts),
      ...files,
    }),
  );
  const cache = openCache();
  const now = Date.parse('2026-06-15T12:00:00Z');
  const options = { publicationLanguage: 'en', cache, version: 'test', now };
  const read = await readArticles(options);
  const { problems } = await readContent(read.articles, options);
  cache.close();
  return describeProblems([...read.problems, ...problems]);
}

describe('expires', () => {
  test.each([
    'published: 2024-03-02\nexpires: 2024-03-03',
    'published: 2024-03-02\nexpires: 2024-03-02T18:00:00Z',
    'expires: 2024-03-03',
    'draft: true\npublished: 2024-03-02\nexpires: 2024-03-03',
  ])('can be: %j', async (keys) => {
    expect(await problemsOf({ a: keys })).toBe('');
  });

  test.each([
    ['published: 2024-03-02\nexpires: 2024-03-01'],
    ['published: 2024-03-02\nexpires: 2024-03-02'],
    ['published: 2024-03-02T10:00:00Z\nexpires: 2024-03-02T11:00:00+01:00'],
  ])('cannot be before or at the publication: %j', async (keys) => {
    const [published = '', expires = ''] = keys.split('\n').map((key) => key.split(': ')[1]);
    expect(await problemsOf({ a: keys })).toBe(
      `content/articles/a.md
  line 4, expires: The article expires (${expires}) before it is published (${published}).
    Write a later date, or remove "expires".`,
    );
  });

  test('must be a date', async () => {
    expect(await problemsOf({ a: 'expires: 3 March 2026' })).toContain(
      'line 3, expires: "3 March 2026" is not a valid date.\n    Write 2026-03-03',
    );
  });
});
