import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { readArticle } from './read-article.ts';
import { readPage } from './read-page.ts';

test('every generated article has a Markdown copy with the same body and front matter', () => {
  const site = inject('generatedSite');
  const pages = globSync('articles/*.html', { cwd: site });
  expect(pages).toHaveLength(150);
  for (const page of pages) {
    const [href] = readPage(site, page).values('link[type="text/markdown"]', 'href');
    expect(href).toBe(page.replace('articles/', '').replace('.html', '.md'));
    const copy = readArticle(`${site}/${page.replace('.html', '.md')}`);
    const source = readArticle(`${site}/../content/${page.replace('.html', '/index.md')}`);
    expect(copy.body).toBe(source.body);
    const { image, ...keys } = copy.article;
    const { image: sourceImage, ...sourceKeys } = source.article;
    expect(keys).toEqual(sourceKeys);
    expect(image === undefined).toBe(sourceImage === undefined);
  }
});

test('the Markdown copy of the provided article has the same body', () => {
  const site = inject('providedSite');
  const [file = ''] = globSync('articles/*.md', { cwd: site });
  expect(readArticle(`${site}/${file}`).body).toBe(readArticle(`content/${file}`).body);
});

test('links to pictures and articles in a Markdown copy name existing files', () => {
  const site = inject('fixtureSite');
  const { article, body } = readArticle(`${site}/articles/harbour-at-dawn.md`);
  expect(article.language).toBe('en');
  const urls = [...body.matchAll(/\]\(<?(?!https?:|#|mailto:)([^)\s>]+)/g)].map(([, a]) => a);
  expect(urls.length).toBeGreaterThan(1);
  for (const link of [article.image?.file, ...urls]) {
    const url = new URL(link ?? '', `file://${site}/articles/`);
    url.hash = '';
    expect(existsSync(url), link).toBe(true);
  }
});

test('Markdown copies do not contain comments from the front matter', () => {
  const copies = globSync('articles/*.md', { cwd: inject('fixtureSite') });
  for (const copy of copies) {
    const text = readFileSync(`${inject('fixtureSite')}/${copy}`, 'utf8');
    expect(text).not.toContain('for colleagues');
  }
});
