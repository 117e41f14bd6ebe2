import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = Date.UTC(2026, 5, 15, 12);

/** Reads articles with these bodies or files, by slug. Returns slugs and messages. */
async function read(articles: Record<string, string>) {
  const files = Object.entries(articles).map(([slug, text]) => {
    const isFile = /^\uFEFF?---/.test(text);
    return [`articles/${slug}.md`, isFile ? text : `---\nheadline: ${slug}\n---\n${text}`] as const;
  });
  const folder = await temporaryFolder(Object.fromEntries(files));
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
    messages: within(describeProblems(result.problems)),
    warnings: result.warnings.map(
      ({ file, right }) => `${file.slice(folder.length + 1)}: ${right}`,
    ),
  };
}

test('an invalid article does not affect valid ones', async () => {
  const { slugs, messages } = await read({ a: 'good', b: '', c: 'see [b](b.md) and [a](a.md)' });
  expect(slugs).toEqual(['a', 'c']);
  expect(messages).toBe(
    'b.md\n  line 4: The article has no body.\n    Write the text of the article below the front matter.',
  );
});

test('the text that an invalid article links to is not a problem of its own', async () => {
  const folder = await temporaryFolder({
    'articles/a/index.md': '---\nheadlin: A\n---\n[B](b.txt)\n',
    'articles/a/b.txt': 'Words',
    'articles/a/c.md': 'Words',
  });
  const { messages } = await readIn(folder);
  expect(messages).toContain('Did you mean "headline"?');
  expect(messages).toContain('a/c.md');
  expect(messages).not.toContain('b.txt');
});

test('links to missing articles are errors, also in captions', async () => {
  const c = '---\nheadline: c\nimage:\n  caption: see [x](x.md)\n  credit: "[y](#y)"\n---\nbody';
  const { slugs, messages } = await read({ a: 'one\n\n[b](b.md) [A](A.md) [a](a.md)', c });
  expect(slugs).toEqual([]);
  expect(messages).toMatchInlineSnapshot(`
    "a.md
      line 6: The link leads to b.md, which does not exist.
        Correct the name, or remove the link.
      line 6: The link leads to A.md, which does not exist.
        Correct the name, or remove the link.

    c.md
      line 4: The link leads to x.md, which does not exist.
        Correct the name, or remove the link.
      line 5: The link #y does not match a heading of this article.
        It has no headings. Remove the link."
  `);
});

test('links to missing headings are errors', async () => {
  const { slugs, messages } = await read({
    a: '## Part one\n\n## Глава\n\n[a](#part-one) [b](#глава) [c](#part-1) [d](#section-part-one)',
    b: '[a](a.md#part-one) [b](a.md#глава) [c](a.md#part-2) [d](#e)',
  });
  expect(slugs).toEqual([]);
  expect(messages).toMatchInlineSnapshot(`
    "a.md
      line 8: The link #part-1 does not match a heading of this article.
        Its headings are: #part-one, #глава
      line 8: The link #section-part-one does not match a heading of this article.
        Its headings are: #part-one, #глава

    b.md
      line 4: The link #part-2 does not match a heading of a.md.
        Its headings are: #part-one, #глава
      line 4: The link #e does not match a heading of this article.
        It has no headings. Remove the link."
  `);
});

test('links to drafts are errors, except in drafts', async () => {
  const draft = '---\nheadline: d\ndraft: true\n---\n[a](a.md) [e](e.md)';
  const { slugs, messages } = await read({ a: '[d](d.md)', d: draft, e: draft });
  expect(slugs).toEqual(['d', 'e']);
  expect(messages).toMatchInlineSnapshot(`
    "a.md
      line 4: The link leads to d.md, which is a draft.
        Publish the draft, or remove the link."
  `);
});

describe('links to articles that are held back', () => {
  const due = (date: string, body = 'body'): string =>
    `---\nheadline: h\npublished: ${date}\n---\n${body}`;

  test('are errors that say when they are due', async () => {
    const { slugs, messages } = await read({
      a: '[b](b.md)\n\n[c](c.md) [d](d.md)',
      b: due('2026-06-16'),
      c: due('2026-06-15T14:01:00+02:00'),
      d: due('2026-06-15T13:59:00+02:00'),
    });
    expect(slugs).toEqual(['b', 'c', 'd']);
    expect(messages).toMatchInlineSnapshot(`
      "a.md
        line 4: The link leads to b.md, which is held back until 2026-06-16, 00:00 UTC.
          Remove the link until then, or change the date of one of the two articles.
        line 6: The link leads to c.md, which is held back until 2026-06-15T14:01:00+02:00.
          Remove the link until then, or change the date of one of the two articles."
    `);
  });

  test('are errors even in an article that is not due yet, if it is due first', async () => {
    const articles = { b: due('2026-06-20'), c: due('2026-06-18', '[b](b.md)') };
    expect((await read(articles)).slugs).toEqual(['b']);
  });

  test('are allowed in drafts and in articles that are due at the same time or later', async () => {
    const { slugs, messages } = await read({
      a: due('2026-06-20'),
      b: due('2026-06-20', '[a](a.md)'),
      c: due('2026-06-21', '[a](a.md)'),
      d: '---\nheadline: d\ndraft: true\n---\n[a](a.md)',
    });
    expect([slugs, messages]).toEqual([['a', 'b', 'c', 'd'], '']);
  });
});

describe('an update', () => {
  const dates = (keys: string): string => `---\nheadline: h\n${keys}\n---\nbody`;

  test('in the future is an error with line and key', async () => {
    const { slugs, messages } = await read({
      a: dates('published: 2026-06-01\nupdated: 2028-01-01'),
    });
    expect(slugs).toEqual([]);
    expect(messages).toMatchInlineSnapshot(`
      "a.md
        line 4, updated: The date of the update, 2028-01-01, is in the future.
          Write the date of the last change, or remove "updated"."
    `);
  });

  test.each([
    'updated: 2026-06-15T12:00:01Z',
    'updated: 2026-06-17',
    'published: 2026-06-20\nupdated: 2026-06-21',
    'published: 2026-06-20\nupdated: 2026-06-20T08:00:00Z',
  ])('cannot be later than now and the date of the article: %j', async (keys) => {
    expect((await read({ a: dates(keys) })).messages).toContain('is in the future');
  });

  test.each([
    'updated: 2026-06-15T12:00:00Z',
    'updated: 2026-06-15T23:00:00+13:00',
    // That day has begun in Auckland.
    'updated: 2026-06-16',
    'published: 2026-06-20\nupdated: 2026-06-20',
    'published: 2026-06-20T08:00:00Z\nupdated: 2026-06-20',
    'draft: true\nupdated: 2028-01-01',
  ])('can be in the past, or as late as the date of the article: %j', async (keys) => {
    expect((await read({ a: dates(keys) })).messages).toBe('');
  });
});

test('articles can have the names of properties of Object.prototype', async () => {
  const { slugs, messages } = await read({ constructor: '[a](toString.md)', toString: 'a' });
  expect([slugs, messages]).toEqual([['constructor', 'toString'], '']);
});

describe('a duplicate article is an error', () => {
  const text = '---\nheadline: Treaty signed\n---\nThe body.\n';

  test('of the file with the longer name', async () => {
    const { slugs, messages } = await read({ 'treaty-2': text, treaty: text, other: 'Other.' });
    expect(slugs).toEqual(['other', 'treaty']);
    expect(messages).toMatchInlineSnapshot(`
      "treaty-2.md
        This article has the same headline, date and body as treaty.md.
          Delete this one, which has the name of a copy. To publish both, give them different headlines or dates."
    `);
  });

  test('of one of the files if no name looks like a copy', async () => {
    const { slugs, messages } = await read({ pact: text, treaty: text });
    expect(slugs).toEqual(['pact']);
    expect(messages).toContain(
      'treaty.md\n  This article has the same headline, date and body as pact.md.',
    );
    expect(messages).not.toContain('the name of a copy');
  });

  test.each([
    ['with other keys', text.replace('---\nThe', 'topics: [A]\n---\nThe')],
    ['with other line endings', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with white space around the body', text.replace('The body.\n', '\n\nThe body.\n\n')],
  ])('%s', async (_, copy) => {
    expect((await read({ a: text, a2: copy })).slugs).toEqual(['a']);
  });

  test.each([
    ['another headline', text.replace('signed', 'broken')],
    ['another body', text.replace('The body', 'A body')],
    ['another date', text.replace('signed', 'signed\npublished: 2024-01-01')],
    ['draft: true', text.replace('signed', 'signed\ndraft: true')],
  ])('but not with %s', async (_, other) => {
    expect(await read({ a: text, a2: other })).toMatchObject({
      slugs: ['a', 'a2'],
      messages: '',
    });
  });
});

test('unpublished files and folders in the content folder cause warnings', async () => {
  const folder = await temporaryFolder({
    'publication.yaml': '',
    'about.md': '',
    'drafts/a.md': '',
    'logo.png': '',
    'a.csv': '',
    '.DS_Store': '',
    'publication.yaml~': '',
    'articles/a.docx': '',
    'articles/b/c.heic': '',
  });
  const { messages, warnings } = await readIn(folder);
  expect(messages).toBe('');
  expect(warnings).toMatchInlineSnapshot(`
    [
      "articles/a.docx: To publish it, run: npm run import -- FILE. Otherwise, move it out of content/.",
      "articles/b/c.heic: Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "a.csv: Only articles and their pictures are published. Move it out of content/.",
      "about.md: To publish articles, move them to content/articles/. Otherwise, move this out of content/.",
      "drafts: To publish articles, move them to content/articles/. Otherwise, move this out of content/.",
      "logo.png: Move it to the folder of the article that shows it.",
    ]
  `);
});
