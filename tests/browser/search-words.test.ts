import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openFileCache } from '../../src/cache/file-cache.ts';
import { addSearchIndex } from '../../src/outputs/search-index/index-articles.ts';
import { makeSearchIndex } from '../../src/outputs/search-index/search-index.ts';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

const bodies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    symbols: 'It cost $500 if a=b, says &lt;talks&gt;.',
    ferry: 'The ferries of 1998–99 stopped. A north quay. <b>x</b> &#x26; y',
    plain: 'In 1998, nothing happened at the quay in the north.',
    other: 'From 1997 to 1999, 19 boats paid 19.98 each. Ferocious.',
  },
  de: { 'de-other': 'Die Mauer von 1997.' },
  ar: { ar: 'في عام 1998، بدأ الإضراب.', 'ar-own': 'سنة ١٩٩٨م انتهى.', 'ar-other': 'عام 1997' },
  fa: { fa: 'در سال ۱۹۹۸، بندر یخ زد.', 'fa-other': 'در سال ۱۹۹۷' },
  hi: { hi: '१९९८ में बंदरगाह जम गया।' },
  zh: { zh: '港口在1998年结冰，灯塔熄灭。', 'zh-other': '港口在1999年没有结冰。' },
  ja: { ja: '港は１９９８年に凍った。' },
  th: { th: 'ปี1998ท่าเรือเป็นน้ำแข็ง' },
  tr: { tr: '1998’de çan kuleleri sayıldı.' },
};

let folder: string;
let browser: Browser;
/** Shared by the searches, because opening a page takes longer than most of them. */
let page: Page;
let host: ServedFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-words-'));
  const articles = Object.entries(bodies).flatMap(([language, texts]) =>
    Object.entries(texts).map(([slug, body]) => ({
      slug,
      digest: slug,
      article: { headline: `Headline of ${slug}`, language },
      body: `<p>${body}</p>`,
    })),
  );
  const index = {
    articles,
    publicationLanguage: 'en',
    bodyOf: (article: { body: string }) => article.body,
  };
  const parts = await makeSearchIndex<(typeof articles)[number]>(
    openFileCache(join(folder, 'cache')),
    index,
  );
  addSearchIndex(join(folder, 'site'), parts);
  const html = await readFile(join(inject('generatedSite'), 'search.html'), 'utf8');
  const counts = JSON.stringify(Object.fromEntries(Object.keys(bodies).map((key) => [key, 1])));
  const withParts = html.replace(/data-parts="[^"]*"/, `data-parts='${counts}'`);
  await writeFile(join(folder, 'site/search.html'), withParts);
  browser = await launchBrowser();
  page = await browser.newPage();
  host = await serveFolder(join(folder, 'site'));
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await rm(folder, { recursive: true });
});

/** Searches, and waits for the results. */
async function search(query: string): Promise<void> {
  await page.goto(`${host.url}search.html?${String(new URLSearchParams({ q: query }))}`);
  await page.waitForFunction(() =>
    /\d|Nothing|could not/.test(document.querySelector('#status')?.textContent ?? ''),
  );
}

async function found(query: string): Promise<string[]> {
  await search(query);
  const links = await page
    .locator('#results h2 a')
    .evaluateAll((all) => all.map((a) => a.textContent));
  return links.map((headline) => headline.replace('Headline of ', '')).sort();
}

const with1998 = ['ar', 'ar-own', 'fa', 'ferry', 'hi', 'ja', 'plain', 'th', 'tr', 'zh'];

test.each([
  ['a number, in the digits and beside the letters of any language', '1998', with1998],
  ['the same number in other digits', '۱۹۹۸', with1998],
  ['a number, but no longer one that begins like it', '19', ['other']],
  ['a word in another form', 'ferry', ['ferry']],
  ['every word of the query', 'quay 1998', ['ferry', 'plain']],
  ['a quoted phrase', '"north quay"', ['ferry']],
  ['a part of a Chinese text', '在1998年', ['zh']],
  ['two Chinese words', '港口 灯塔', ['zh']],
  ['words that a dictionary would divide differently', '口在', ['zh', 'zh-other']],
  ['a part of a Thai text', 'ท่าเรือ', ['th']],
  ['a word before an apostrophe', '1998 kuleleri', ['tr']],
  ['words between symbols', '<talks> a=b', ['symbols']],
  ['an amount of money', '$500', ['symbols']],
  ['nothing that only begins alike', 'ferr', []],
  ['nothing for punctuation', '— … "', []],
])('a search finds %s: %s', async (_title, query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('a search without results offers near words, and says that they are near', async () => {
  await search('fery 1998');
  expect(await page.locator('#status').innerText()).toBe('Nothing found for “fery 1998”.');
  expect(await page.locator('#near h2').innerText()).toBe('Similar words');
  await page.getByRole('link', { name: 'ferry 1998' }).click();
  await page.locator('#results li').waitFor();
  expect(await page.locator('#near').isVisible()).toBe(false);
  expect(await page.locator('#status').innerText()).toBe('Results: 1');
});

test('an excerpt has whole words around those found, without the headline and added spaces', async () => {
  const excerptFor = async (query: string): Promise<string> => {
    await search(query);
    return page.locator('#results article > p').first().innerHTML();
  };
  expect(await excerptFor('ferry')).toBe(
    'The <mark>ferries</mark> of 1998–99 stopped. A north quay. x &amp; y.',
  );
  expect(await excerptFor('灯塔')).toBe('港口在 1998 年结冰，<mark>灯</mark><mark>塔</mark>熄灭。');
});

test.each(['pagefind.js', 'pf_index', 'words.txt'])(
  'if %s cannot be loaded, the page says so, and the reader can try again',
  async (part) => {
    const page = await browser.newPage();
    let broken = true;
    await page.route(
      (url) => url.pathname.includes(part),
      (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()),
    );
    await page.goto(`${host.url}search.html`);
    await page.getByRole('searchbox').fill(part === 'words.txt' ? 'fery' : 'quay');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.locator('#status').innerText()).toBe('The search could not be loaded.');
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('#results li, #near li').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
    await page.close();
  },
);
