import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';
import { faultsOfSitemap, faultsOfXml } from '../validate-xml.ts';
import { readPage } from './read-page.ts';

/*
 * The metadata of a publication that uses every key, as other software reads it.
 */

const site = inject('newsroomSite');
const url = 'https://newsroom.example/paper/';

function read(path: string): string {
  return readFileSync(`${site}/${path}`, 'utf8');
}

const feeds = globSync('**/{*.,}{atom,rss}.xml', { cwd: site });

test('all feeds are well-formed, and other software finds the articles in them', async () => {
  // Of the publication, of every author and of the series, and of every topic.
  expect(feeds.length).toBeGreaterThan(20);
  expect(await faultsOfXml(...feeds.map(read))).toEqual([]);
  for (const path of feeds) {
    const { items, language } = parseFeed(read(path));
    expect(items.length, path).toBeGreaterThan(0);
    expect(language, path).toBe('en');
    for (const { url: address = '', title, content, published } of items) {
      const page = readPage(site, decodeURI((address ?? '').slice(url.length)));
      expect(page.texts('h1')).toEqual([title]);
      expect(content).toContain('<p>');
      expect(published).toBeInstanceOf(Date);
    }
  }
});

test('every feed has a JSON Feed beside it with the same articles', () => {
  const atom = feeds.filter((path) => path.endsWith('atom.xml'));
  for (const path of atom) {
    // The JSON Feed format requires these properties.
    const json = JSON.parse(read(path.replace('atom.xml', 'feed.json'))) as {
      version: string;
      items: { url: string }[];
    };
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.items.map((item) => item.url)).toEqual(
      parseFeed(read(path)).items.map((item) => item.url),
    );
  }
});

test('sitemap.xml is valid', async () => {
  expect(await faultsOfSitemap(read('sitemap.xml'))).toEqual([]);
});

test('every address of the publication in any file names a file of the site', () => {
  const files = globSync('**/*.{html,xml,json,txt,md}', { cwd: site, exclude: ['pagefind/**'] });
  const missing = files.flatMap((file) =>
    [...read(file).matchAll(/https:\/\/newsroom\.example\/paper\/([^"'<>\s#)?\\]*)/g)]
      .map(([, path = '']) => decodeURI(path) || 'index.html')
      .filter((path) => !existsSync(`${site}/${path}`))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('the structured data of all pages fits the types of schema.org', async () => {
  const data = globSync('**/*.html', { cwd: site }).flatMap((path) =>
    readPage(site, path).texts('script[type="application/ld+json"]'),
  );
  expect(data.length).toBeGreaterThan(10);
  expect(await typeErrors(data)).toEqual([]);
});

/** Returns the errors of TypeScript in JSON-LD, which spreading hides where it is made. */
async function typeErrors(data: readonly string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-json-ld-'));
  const file = join(folder, 'data.ts');
  const types = JSON.stringify(join(import.meta.dirname, '../../node_modules/schema-dts'));
  const lines = data.map((json) => `check(${json});`).join('\n');
  await writeFile(
    file,
    `import type { NewsArticle, ProfilePage, WithContext } from ${types};
declare function check(data: WithContext<NewsArticle | ProfilePage>): void;
${lines}`,
  );
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const errors = ts.getPreEmitDiagnostics(program);
  await rm(folder, { recursive: true });
  return errors.map(({ messageText, start = 0 }) => {
    return `${start}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
