import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { htmlErrors } from './html-errors.ts';

const site = inject('generatedSite');

test('all links and pictures are relative and name existing files and ids', () => {
  expect(globSync('**/*.html', { cwd: site }).length).toBeGreaterThan(190);
  expect(brokenLinks(site)).toEqual([]);
});

test.each([
  'index.html',
  'page/2.html',
  'page/6.html',
  'topics.html',
  'topics/weather.html',
  'archive.html',
  'archive/2023.html',
  'archive/undated.html',
  'search.html',
  '404.html',
  'offline.html',
  'articles/article-000.html',
  'articles/article-020.html',
  // With hostile text in every field.
  'articles/article-049.html',
  'articles/article-099.html',
  'articles/article-149.html',
])('%s is valid HTML', async (path) => {
  expect(await htmlErrors(`${site}/${path}`)).toEqual([]);
});
