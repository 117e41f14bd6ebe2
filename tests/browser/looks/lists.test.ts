import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useReader } from '../reading/open-page.ts';

const reader = useReader();

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 700 };
const DESKTOP = { width: 1280, height: 900 };

/** The lines of the text of elements, from their left to their right. */
async function linesOf(page: Page, selector: string): Promise<DOMRect[][]> {
  return page.locator(selector).evaluateAll((all) =>
    all.map((it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return [...range.getClientRects()].map((rect) => rect.toJSON() as DOMRect);
    }),
  );
}

test('in the archive, dates are on the first line of headlines, and rules apart from the text', async () => {
  const page = await reader.visit('fixtureSite', 'archive/2024.html', PHONE);
  const dates = await linesOf(page, '.headline-list time');
  const headlines = await linesOf(page, '.headline-list a');
  const rules = await page
    .locator('.headline-list li')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().bottom));
  expect(Math.max(...headlines.map((lines) => lines.length))).toBeGreaterThan(2);
  for (const [index, lines] of headlines.entries()) {
    const [first, last, date] = [lines[0], lines.at(-1), dates[index]?.[0]];
    if (!first || !last || !date) throw new Error('The list has a line without text.');
    expect(Math.abs(first.bottom - date.bottom)).toBeLessThan(8);
    expect((rules[index] ?? 0) - last.bottom).toBeGreaterThan(5);
  }
});

test('on a small phone, the standfirst and date of a story in a list have the whole width', async () => {
  const page = await reader.visit('fixtureSite', 'topics/harbours.html', SMALL_PHONE);
  const story = page.locator('.river article:has(picture)').first();
  expect((await story.locator('picture + p').boundingBox())?.width).toBeCloseTo(280, 0);
  const date = await story.locator('.byline').evaluate((it) => getComputedStyle(it).gridColumnEnd);
  expect(date).toBe('-1');
});

test('related headlines of one line are as close to their dates as those of several', async () => {
  const page = await reader.visit('fixtureSite', 'articles/portrait.html', DESKTOP);
  const gaps = await page
    .locator('.related article:has(time)')
    .first()
    .evaluate((card) => {
      const headline = card.querySelector('h3 a');
      const time = card.querySelector('time');
      if (!headline || !time) throw new Error('The card has no headline or date.');
      return ['A headline', 'A headline of several lines '.repeat(5)].map((text) => {
        headline.textContent = text;
        const range = document.createRange();
        range.selectNodeContents(headline);
        return time.getBoundingClientRect().top - range.getBoundingClientRect().bottom;
      });
    });
  expect(gaps[0]).toBeCloseTo(gaps[1] ?? 0, 0);
  const link = await page.locator('.related h3 a').first().boundingBox();
  expect(link?.height).toBeGreaterThanOrEqual(43.5);
});

test('the links at the foot of a page are evenly set, however short their names', async () => {
  const page = await reader.visit('newsroomSite', 'index.html', DESKTOP);
  await page.locator('.site-footer a').evaluateAll((links) => {
    for (const [index, link] of links.entries()) link.textContent = index % 2 ? '港口' : 'Search';
  });
  const words = (await linesOf(page, '.site-footer li a')).flat();
  const gaps = words.slice(1).map((word, index) => word.left - (words[index]?.right ?? 0));
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1);
});

test('a name of several lines stands apart from the rules of the masthead', async () => {
  const page = await reader.visit('fixtureSite', 'archive.html', SMALL_PHONE);
  const name = page.locator('.masthead > a');
  await name.evaluate((link) => (link.textContent = 'A name that takes more than two lines here'));
  const lines = await linesOf(page, '.masthead > a');
  const masthead = await page.locator('.masthead').evaluate((it) => ({
    top: it.getBoundingClientRect().top + it.clientTop,
    bottom: it.getBoundingClientRect().bottom,
  }));
  expect(lines.flat().length).toBeGreaterThan(2);
  expect(((await name.boundingBox())?.y ?? 0) - masthead.top).toBeGreaterThanOrEqual(4);
});

test('the notice of an expired article is as wide as the masthead, with one rule between them', async () => {
  const page = await reader.visit('newsroomSite', 'articles/ferry.html', DESKTOP);
  const notice = page.locator('.expired');
  const width = (await page.locator('.masthead').boundingBox())?.width ?? 0;
  expect((await notice.boundingBox())?.width).toBeCloseTo(width, 0);
  expect(await notice.evaluate((it) => getComputedStyle(it).borderTopWidth)).toBe('0px');
});

test('the title of a topic that runs from right to left is on the side of its articles', async () => {
  const page = await reader.visit('newsroomSite', 'topics/الموانئ.html', DESKTOP);
  const [title] = (await linesOf(page, 'h1')).flat();
  const [headline] = (await linesOf(page, '.river h2')).flat();
  expect(title?.right).toBeCloseTo(headline?.right ?? 0, 0);
});

test.each([
  ['index.html', '.article-list :is(h2, h3)'],
  ['articles/ميناء.html', 'main > article > h2'],
])('%s: the lines of Arabic headings are further apart than Latin ones', async (path, headings) => {
  const page = await reader.visit('newsroomSite', path);
  await page.evaluate(() => {
    document.querySelector('main > article')?.append(document.createElement('h2'));
  });
  const lines = await page.locator(headings).evaluateAll((all) =>
    all.map((it) => {
      const { fontSize, lineHeight } = getComputedStyle(it);
      return {
        arabic: it.matches(':lang(ar)'),
        height: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      };
    }),
  );
  const heights = lines.filter(({ arabic }) => arabic).map(({ height }) => height);
  expect(heights.length).toBeGreaterThan(0);
  expect(Math.min(...heights)).toBeGreaterThan(1.39);
  for (const { arabic, height } of lines) if (!arabic) expect(height).toBeLessThan(1.5);
});
