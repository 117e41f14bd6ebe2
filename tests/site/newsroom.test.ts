import { globSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { readArticle } from './read-article.ts';
import { brokenLinks } from './broken-links.ts';
import { readPage } from './read-page.ts';

const site = inject('newsroomSite');
const content = 'tests/fixtures/newsroom';

test('all links and pictures are relative and name existing files and ids', () => {
  expect(brokenLinks(site)).toEqual([]);
});

test('each page of content/pages/ is in the footer of every page, and in the sitemap', () => {
  const slugs = globSync('*.md', { cwd: `${content}/pages` }).map((name) => name.slice(0, -3));
  const sitemap = readFileSync(`${site}/sitemap.xml`, 'utf8');
  for (const slug of slugs) {
    const file = `${encodeURIComponent(slug)}.html`;
    expect(sitemap).toContain(`<loc>https://newsroom.example/paper/${file}</loc>`);
    for (const [page, href] of [
      ['index.html', file],
      ['imprint.html', file],
      ['articles/breakwater.html', `../${file}`],
    ] as const) {
      expect(readPage(site, page).values('.site-footer a', 'href')).toContain(href);
    }
  }
});

test('a page has the words of its file, character by character', () => {
  const { body } = readArticle(`${content}/pages/imprint.md`);
  const [shown = ''] = readPage(site, 'imprint.html').texts('main article');
  const words = body.replaceAll(/\]\([^)]*\)|[[\]]|\*(?=Harbour|,)/g, '').replaceAll(/\s+/g, ' ');
  expect(shown.replaceAll(/\s+/g, ' ').trim()).toBe(`Imprint${words.trimEnd()}`);
});
