import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = Date.UTC(2026, 5, 15, 12);

/** Articles by their slugs, as bodies or whole files: which were read, and what is told. */
async function read(articles: Record<string, string>) {
  const files = Object.entries(articles).map(([slug, text]) => [
    `articles/${slug}.md`,
    /^\uFEFF?---/.test(text) ? text : `---\nheadline: ${slug}\n---\n${text}`,
  ]);
  const folder = await temporaryFolder(Object.fromEntries(files) as Record<string, string>); // Pairs of strings.
  return readIn(folder);
}

async function readIn(folder: string) {
  const result = await readArticles(
    {
      publicationLanguage: 'en',
      version: '1',
      now: NOW,
      cache: openCache(join(folder, '.cache.db')),
    },
    `${folder}/articles`,
  );
  const within = (text: string): string => text.replaceAll(/(?:\S*\/)?articles\//g, '');
  return {
    slugs: result.articles.map(({ slug }) => slug),
    told: within(describeProblems(result.problems)),
    warned: result.warnings.map(({ file, right }) => `${file.slice(folder.length + 1)}: ${right}`),
  };
}

test('a bad article is told, and changes nothing about the good ones', async () => {
  const { slugs, told } = await read({ a: 'good', b: '', c: 'see [b](b.md) and [a](a.md)' });
  expect(slugs).toEqual(['a', 'c']);
  expect(told).toBe(
    'b.md\n  line 4: The article has no body.\n    Write the text of the article below the line that closes the front matter.',
  );
});

test('links to articles that are not there are told, also those of captions', async () => {
  const c = '---\nheadline: c\nimage:\n  caption: see [x](x.md)\n  credit: "[y](#y)"\n---\nbody';
  const { slugs, told } = await read({ a: 'one\n\n[b](b.md) [A](A.md) [a](a.md)', c });
  expect(slugs).toEqual([]);
  expect(told).toMatchInlineSnapshot(`
    "a.md
      line 6: The link leads to b.md, and there is no such article.
        Correct the name, or take the link away.
      line 6: The link leads to A.md, and there is no such article.
        Correct the name, or take the link away.

    c.md
      line 4: The link leads to x.md, and there is no such article.
        Correct the name, or take the link away.
      line 5: The link #y leads to no heading of this article.
        There are no headings. Take the link away."
  `);
});

test('links to headings that are not there are told', async () => {
  const { slugs, told } = await read({
    a: '## Part one\n\n## Глава\n\n[a](#part-one) [b](#глава) [c](#part-1) [d](#section-part-one)',
    b: '[a](a.md#part-one) [b](a.md#глава) [c](a.md#part-2) [d](#e)',
  });
  expect(slugs).toEqual([]);
  expect(told).toMatchInlineSnapshot(`
    "a.md
      line 8: The link #part-1 leads to no heading of this article.
        Its headings: #part-one, #глава
      line 8: The link #section-part-one leads to no heading of this article.
        Its headings: #part-one, #глава

    b.md
      line 4: The link #part-2 leads to no heading of a.md.
        Its headings: #part-one, #глава
      line 4: The link #e leads to no heading of this article.
        There are no headings. Take the link away."
  `);
});

test('links to drafts are told, unless a draft has them', async () => {
  const draft = '---\nheadline: d\ndraft: true\n---\n[a](a.md) [e](e.md)';
  const { slugs, told } = await read({ a: '[d](d.md)', d: draft, e: draft });
  expect(slugs).toEqual(['d', 'e']);
  expect(told).toMatchInlineSnapshot(`
    "a.md
      line 4: The link leads to d.md, which is a draft and will have no page.
        Publish the draft, or take the link away."
  `);
});

describe('links to articles that are held back', () => {
  const due = (date: string, body = 'body'): string =>
    `---\nheadline: h\npublished: ${date}\n---\n${body}`;

  test('are told, with the moment at which they are due', async () => {
    const { slugs, told } = await read({
      a: '[b](b.md)\n\n[c](c.md) [d](d.md)',
      b: due('2026-06-16'),
      c: due('2026-06-15T14:01:00+02:00'),
      d: due('2026-06-15T13:59:00+02:00'),
    });
    expect(slugs).toEqual(['b', 'c', 'd']);
    expect(told).toMatchInlineSnapshot(`
      "a.md
        line 4: The link leads to b.md, which is held back until 2026-06-16, 00:00 UTC, and has no page before.
          Take the link away until then, or change the date of one of the two.
        line 6: The link leads to c.md, which is held back until 2026-06-15T14:01:00+02:00, and has no page before.
          Take the link away until then, or change the date of one of the two."
    `);
  });

  test('are told before the article that has them is due, if it is due first', async () => {
    const articles = { b: due('2026-06-20'), c: due('2026-06-18', '[b](b.md)') };
    expect((await read(articles)).slugs).toEqual(['b']);
  });

  test('are right in drafts, and where both are due together or the other first', async () => {
    const { slugs, told } = await read({
      a: due('2026-06-20'),
      b: due('2026-06-20', '[a](a.md)'),
      c: due('2026-06-21', '[a](a.md)'),
      d: '---\nheadline: d\ndraft: true\n---\n[a](a.md)',
    });
    expect([slugs, told]).toEqual([['a', 'b', 'c', 'd'], '']);
  });
});

describe('an update', () => {
  const dates = (keys: string): string => `---\nheadline: h\n${keys}\n---\nbody`;

  test('that is still to come is told, by line and key', async () => {
    const { slugs, told } = await read({ a: dates('published: 2026-06-01\nupdated: 2028-01-01') });
    expect(slugs).toEqual([]);
    expect(told).toMatchInlineSnapshot(`
      "a.md
        line 4, updated: The article says that it was updated on 2028-01-01, which is still to come.
          Write when it was last changed, or leave out "updated"."
    `);
  });

  test.each([
    'updated: 2026-06-15T12:00:01Z',
    'updated: 2026-06-17',
    'published: 2026-06-20\nupdated: 2026-06-21',
    'published: 2026-06-20\nupdated: 2026-06-20T08:00:00Z',
  ])('is told while it, or the article, is still to come: %j', async (keys) => {
    expect((await read({ a: dates(keys) })).told).toContain('which is still to come');
  });

  test.each([
    'updated: 2026-06-15T12:00:00Z',
    'updated: 2026-06-15T23:00:00+13:00',
    // In Auckland, that day has begun.
    'updated: 2026-06-16',
    'published: 2026-06-20\nupdated: 2026-06-20',
    'published: 2026-06-20T08:00:00Z\nupdated: 2026-06-20',
    'draft: true\nupdated: 2028-01-01',
  ])('is right if it has been, or is a part of what is to come: %j', async (keys) => {
    expect((await read({ a: dates(keys) })).told).toBe('');
  });
});

test('articles named as what JavaScript objects have are articles', async () => {
  const { slugs, told } = await read({ constructor: '[a](toString.md)', toString: 'a' });
  expect([slugs, told]).toEqual([['constructor', 'toString'], '']);
});

describe('an article that would be published twice is told', () => {
  const text = '---\nheadline: Treaty signed\n---\nThe body.\n';

  test('under the name that looks like the copy', async () => {
    const { slugs, told } = await read({ 'treaty-2': text, treaty: text, other: 'Other.' });
    expect(slugs).toEqual(['other', 'treaty']);
    expect(told).toMatchInlineSnapshot(`
      "treaty-2.md
        This article has the same headline and body as treaty.md.
          By its name, this one is the copy: delete it. If both are to be published, give them different headlines or dates."
    `);
  });

  test('under one of the names where none looks like a copy', async () => {
    const { slugs, told } = await read({ pact: text, treaty: text });
    expect(slugs).toEqual(['pact']);
    expect(told).toContain('treaty.md\n  This article has the same headline and body as pact.md.');
    expect(told).not.toContain('By its name');
  });

  test.each([
    ['with other keys', text.replace('---\nThe', 'topics: [A]\n---\nThe')],
    ['with other line ends', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with space around the body', text.replace('The body.\n', '\n\nThe body.\n\n')],
  ])('%s', async (_, copy) => {
    expect((await read({ a: text, a2: copy })).slugs).toEqual(['a']);
  });

  test.each([
    ['another headline', text.replace('signed', 'broken')],
    ['another body', text.replace('The body', 'A body')],
    ['another date', text.replace('signed', 'signed\npublished: 2024-01-01')],
    ['a draft', text.replace('signed', 'signed\ndraft: true')],
  ])('but not one with %s', async (_, other) => {
    expect(await read({ a: text, a2: other })).toMatchObject({
      slugs: ['a', 'a2'],
      told: '',
    });
  });
});

test('what lies beside the articles and is not published is warned of', async () => {
  const folder = await temporaryFolder({
    ...{ 'publication.yaml': '', 'about.md': '', 'drafts/a.md': '', 'logo.png': '', 'a.csv': '' },
    ...{ '.DS_Store': '', 'publication.yaml~': '', 'articles/a.docx': '', 'articles/b/c.heic': '' },
  });
  const { told, warned } = await readIn(folder);
  expect(told).toBe('');
  expect(warned).toMatchInlineSnapshot(`
    [
      "articles/a.docx: To publish it, import it: npm run import -- FILE. Otherwise move it out of content/.",
      "articles/b/c.heic: Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "a.csv: Only articles and their pictures are: move it out of content/.",
      "about.md: To publish articles, put them in content/articles/. Otherwise move it out of content/.",
      "drafts: To publish articles, put them in content/articles/. Otherwise move it out of content/.",
      "logo.png: Put it beside the article that shows it.",
    ]
  `);
});
