import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';
import { readPage } from './read-page.ts';

function parts(file: string) {
  const read = readFrontMatter(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

test('every article of the generated publication is there as Markdown, its body to the character but for links', () => {
  const site = inject('generatedSite');
  const pages = globSync('articles/*.html', { cwd: site });
  expect(pages).toHaveLength(300);
  for (const page of pages) {
    const [href] = readPage(site, page).values('link[type="text/markdown"]', 'href');
    expect(href).toBe(page.replace('articles/', '').replace('.html', '.md'));
    const copy = parts(`${site}/${page.replace('.html', '.md')}`);
    const source = parts(`${site}/../content/${page.replace('.html', '/index.md')}`);
    expect(copy.body).toBe(source.body);
    const { image, ...keys } = copy.data as Record<string, unknown>;
    const { image: sourceImage, ...sourceKeys } = source.data as Record<string, unknown>;
    expect(keys).toEqual(sourceKeys);
    expect(image === undefined).toBe(sourceImage === undefined);
  }
});

test('the provided article is there as Markdown, to the character', () => {
  const site = inject('providedSite');
  const [file = ''] = globSync('articles/*.md', { cwd: site });
  expect(parts(`${site}/${file}`).body).toBe(parts(`content/${file}`).body);
});

test('pictures and other articles are reached from the Markdown file', () => {
  const site = inject('fixtureSite');
  const { data, body } = parts(`${site}/articles/harbour-at-dawn.md`);
  const { image, language } = data as { image: { file: string }; language: string };
  expect(language).toBe('en');
  const addresses = [...body.matchAll(/\]\(<?(?!https?:|#|mailto:)([^)\s>]+)/g)].map(([, a]) => a);
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of [image.file, ...addresses]) {
    const url = new URL(address ?? '', `file://${site}/articles/`);
    url.hash = '';
    expect(existsSync(url), address).toBe(true);
  }
});

test('a comment in the front matter is in no file of the site', () => {
  const copies = globSync('articles/*.md', { cwd: inject('fixtureSite') });
  for (const copy of copies) {
    const text = readFileSync(`${inject('fixtureSite')}/${copy}`, 'utf8');
    expect(text).not.toContain('for colleagues');
  }
});
