import { afterEach, describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readContent } from '../../../src/content/documents/read-content.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { readPublication } from '../../../src/publication.ts';
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
  const { timezone } = readPublication();
  const options = { publicationLanguage: 'en', timezone, cache, version: 'test', now };
  const read = await readArticles(options);
  const { problems } = await readContent(read, options);
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

describe('aliases', () => {
  test('cannot be the address of something else, or of another alias', async () => {
    const problems = await problemsOf(
      {
        a: 'aliases: [old/a.html, about.html, articles/B.html, articles/a.html]',
        b: 'aliases: [OLD/a.html, search.html, topics/iran/2.html, archive/2024.html, old.pdf/x.html]',
        c: 'draft: true\naliases: [moved.html, moved, social/c]',
      },
      {
        'content/pages/about.md': '---\nheadline: About\n---\nText.\n',
        'public/old.pdf': '',
        'public/_redirects': '# ours\n/news/* /index.html\n/Moved.html /x 301\n/moved/ /y\n',
      },
    );
    const taken = [...problems.matchAll(/The address (\S+) already belongs to (.+)\./g)];
    expect(taken.map(([, address, owner]) => `${address}: ${owner}`)).toEqual([
      'about.html: content/pages/about.md',
      'articles/B.html: content/articles/b.md',
      'articles/a.html: this article',
      'OLD/a.html: content/articles/a.md',
      'search.html: a page of the site itself',
      'topics/iran/2.html: a page of the site itself',
      'archive/2024.html: a page of the site itself',
      'old.pdf/x.html: public/old.pdf',
      'moved.html: public/_redirects, line 3',
      'moved/index.html: public/_redirects, line 4',
      'social/c/index.html: a page of the site itself',
    ]);
    expect(problems).toContain('content/articles/b.md\n  line 3, aliases:');
  });

  test('can be in the folders of the site, and in lists of lines', async () => {
    expect(
      await problemsOf({
        a: 'aliases:\n  - articles/b.html\n  - archive/2024/b.html\n  - topics/',
      }),
    ).toBe('');
  });
});

describe('series', () => {
  test('cannot have the same part twice', async () => {
    expect(
      await problemsOf({
        a: 'series: { name: The Storm, part: 1 }',
        b: 'published: 2024-01-01\nseries: { name: the storm, part: 1 }',
        c: 'series: { name: The Storm }',
        d: 'series: { name: The Storm }',
        e: 'draft: true\nseries: { name: The Storm, part: 1 }',
      }),
    ).toBe(`content/articles/b.md
  line 4, series.part: Part 1 of "the storm" is already content/articles/a.md.
    Give one of them another number, or remove "part".`);
  });

  test.each([
    ['{ name: A, part: 0 }', 'series.part: "0" is not the number of a part.'],
    ['{ name: A, part: two }', 'series.part: "two" is not the number of a part.'],
    ['{ part: 1 }', 'series.name: The key "series.name" is missing.'],
    ['The Storm', 'series: The value must be a group of keys and values.'],
    ['{ name: A, number: 1 }', 'series.number: "series" has no key "number".'],
  ])('cannot be %s', async (value, problem) => {
    expect(await problemsOf({ a: `series: ${value}` })).toContain(problem);
  });
});

describe('translationOf', () => {
  const german = 'language: de\ntranslationOf: a';

  test('groups an original in one language with translations into others', async () => {
    const others = {
      b: german,
      c: 'language: de-AT\ntranslationOf: a',
      d: `draft: true\n${german}`,
    };
    expect(await problemsOf({ a: '', ...others })).toBe('');
  });

  test.each([
    [{ b: 'translationOf: gone' }, 'There is no article "gone".'],
    [{ b: german, c: 'language: fr\ntranslationOf: b' }, 'content/articles/b.md is a translation'],
    [{ b: 'translationOf: b' }, 'The article is a translation of itself.'],
    [{ b: 'translationOf: a' }, 'the same language (en) as content/articles/a.md.'],
    [{ b: german, c: german }, 'the same language (de) as content/articles/b.md.'],
  ])('cannot be %j', async (articles, problem) => {
    const problems = await problemsOf({ a: '', ...articles });
    expect(problems).toContain(problem);
    expect(problems).toMatch(/line \d, translationOf: /);
  });
});

describe('timezone', () => {
  const inTokyo = { 'content/publication.yaml': 'name: A\nlanguage: en\ntimezone: Asia/Tokyo\n' };

  test('decides when a day begins', async () => {
    // In Tokyo, it is 21:00 on 15 June.
    const waiting = { a: 'published: 2026-06-16\nupdated: 2026-06-16', b: 'published: 2026-06-15' };
    expect(await problemsOf(waiting, inTokyo)).toBe('');
    const expired = { a: 'published: 2026-06-15T16:00:00Z\nexpires: 2026-06-16' };
    expect(await problemsOf(expired)).toBe('');
    expect(await problemsOf(expired, inTokyo)).toContain('before it is published');
  });
});
