import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Articles by their slugs, as bodies or whole files: which were read, and what is told. */
async function read(articles: Record<string, string>) {
  const files = Object.entries(articles).map(([slug, text]) => [
    `${slug}.md`,
    text.startsWith('---') ? text : `---\nheadline: ${slug}\n---\n${text}`,
  ]);
  const folder = await temporaryFolder(Object.fromEntries(files) as Record<string, string>); // Pairs of strings.
  const result = await readArticles(
    {
      publicationLanguage: 'en',
      version: '1',
      cache: openCache(join(folder, 'cache.db')),
    },
    folder,
  );
  return {
    slugs: result.articles.map(({ slug }) => slug),
    told: describeProblems(result.problems).replaceAll(`${folder}/`, ''),
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

test('articles named as what JavaScript objects have are articles', async () => {
  const { slugs, told } = await read({ constructor: '[a](toString.md)', toString: 'a' });
  expect([slugs, told]).toEqual([['constructor', 'toString'], '']);
});
