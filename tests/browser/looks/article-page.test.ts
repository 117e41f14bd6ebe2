import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { LONG_READ, pagesOf, providedArticle, useReader } from '../reading/open-page.ts';

const reader = useReader();

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`Nothing is shown at ${selector}.`);
  return box;
}

const PERSIAN = 'articles/persian.html';
const WITH_PICTURE = 'articles/harbour-at-dawn.html';
/** In the newsroom: a part of a series, with corrections. */
const IN_SERIES = 'articles/breakwater.html';
/** In the generated site. */
const UPRIGHT_LEAD = 'articles/article-005.html';

test('the first topic is above the headline, and the reading time is below', async () => {
  const page = await reader.visit('fixtureSite', WITH_PICTURE);
  const kicker = await boxOf(page, '.kicker');
  const headline = await boxOf(page, 'h1');
  expect(await page.locator('.kicker').innerText()).toBe('Harbours');
  expect(kicker.y + kicker.height).toBeLessThanOrEqual(headline.y);
  expect((await boxOf(page, '.reading-bar')).y).toBeGreaterThan(headline.y + headline.height);
});

describe.each([
  ['fixtureSite', LONG_READ],
  ['fixtureSite', PERSIAN],
  ['fixtureSite', 'articles/港口的清晨.html'],
  ['providedSite', providedArticle()],
] as const)('%s %s', (site, path) => {
  test.each([{}, { measure: '60' }, { measure: '40' }])(
    'at 1280 pixels, there is a margin beside the text (%o)',
    async (choices) => {
      const page = await reader.open(site, path, {
        viewport: { width: 1280, height: 900 },
        choices,
      });
      const bar = await boxOf(page, '.reading-bar');
      const text = await boxOf(page, 'main > article > p');
      expect(bar.x + bar.width <= text.x || bar.x >= text.x + text.width).toBe(true);
      await page.context().close();
    },
  );

  test('the margin does not push the text down', async () => {
    const page = await reader.visit(site, path, { width: 1280, height: 900 });
    const header = await page
      .locator('main > article > header')
      .evaluate((element) => element.getBoundingClientRect().bottom);
    const text = await boxOf(page, 'main > article > p');
    expect(text.y - header).toBeLessThan(48);
  });

  test('at 768 pixels, the text is in the middle', async () => {
    const page = await reader.visit(site, path, { width: 768, height: 1024 });
    for (const selector of ['h1', 'main > article > p']) {
      const { x, width } = await page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const article = element.closest('article') ?? element;
          return article.getBoundingClientRect();
        });
      expect(Math.abs(x - (768 - x - width)), selector).toBeLessThanOrEqual(1);
    }
  });
});

test('in the margin, the contents stand open without a control, also without JavaScript', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await reader.open('fixtureSite', LONG_READ, {
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled,
    });
    expect(await page.locator('summary').isVisible()).toBe(false);
    const link = page.locator('.reading-bar nav a', { hasText: 'What comes next' });
    expect(await link.isVisible()).toBe(true);
    await link.click();
    expect(page.url()).toMatch(/#section-what-comes-next$/);
    await page.context().close();
  }
});

test.each([
  [1280, 900],
  [390, 844],
])('at %i × %i pixels, pictures fit the window', async (width, height) => {
  const page = await reader.visit('fixtureSite', 'articles/portrait.html', { width, height });
  const picture = await boxOf(page, 'header img');
  expect(picture.height).toBeLessThanOrEqual(height * 0.8);
  // Neither cut off nor distorted.
  expect(picture.height / picture.width).toBeCloseTo(1600 / 900, 1);
});

test.each([
  [390, 7],
  [1280, 4],
])('at %i pixels, a headline of 200 characters has at most %i lines', async (width, lines) => {
  const page = await reader.visit('fixtureSite', 'articles/portrait.html', { width, height: 900 });
  const counted = await page.locator('h1').evaluate((heading) => {
    const { height } = heading.getBoundingClientRect();
    return Math.round(height / Number.parseFloat(getComputedStyle(heading).lineHeight));
  });
  expect(counted).toBeLessThanOrEqual(lines);
});

test('a wide table uses the margin', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, { width: 1280, height: 900 });
  const table = await boxOf(page, 'main > article > table');
  const text = await boxOf(page, 'main > article > p');
  expect(table.x).toBeLessThan(text.x);
});

test('the first column stays while a table scrolls', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, {
    // Narrow enough for the table to scroll with any font.
    viewport: { width: 320, height: 900 },
  });
  const cell = 'main > article > table td';
  const before = await boxOf(page, cell);
  await page.locator('main > article > table').evaluate((table) => {
    table.scrollLeft = 100;
  });
  const second = await boxOf(page, `${cell}:nth-child(2)`);
  expect((await boxOf(page, cell)).x).toBe(before.x);
  expect(second.x).toBeLessThan(before.x + before.width);
  await page.context().close();
});

test('the end has related articles with picture, date and topic, and neighbours with dates', async () => {
  const page = await reader.visit('fixtureSite', 'articles/portrait.html');
  const cards = page.locator('.related li');
  expect(await cards.count()).toBeGreaterThan(0);
  expect(await cards.count()).toBeLessThanOrEqual(3);
  for (const part of ['img', 'time', '.byline a'])
    expect(await page.locator(`.related ${part}`).count(), part).toBeGreaterThan(0);
  for (const neighbour of await page.locator('.neighbours p').all())
    expect(await neighbour.locator('time').count()).toBe(1);
});

test('what can be taken along is in the column of the text', async () => {
  for (const width of [390, 768, 1280]) {
    const page = await reader.visit('fixtureSite', LONG_READ, { width, height: 900 });
    const link = await boxOf(page, '.as-markdown a');
    const text = await boxOf(page, 'main > article > p');
    expect(Math.abs(link.x - text.x)).toBeLessThanOrEqual(1);
  }
});

test.each(pagesOf('fixtureSite'))('%s does not scroll sideways at any width', async (path) => {
  const page = await reader.visit('fixtureSite', path);
  for (const width of [320, 390, 600, 768, 992, 1000, 1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${width} pixels`).toBeLessThanOrEqual(0);
  }
});

test('without CSS, the byline, place and dates are separate words', async () => {
  const page = await reader.visit('fixtureSite', WITH_PICTURE);
  const text = await page
    .locator('.byline')
    .first()
    .evaluate((it) => it.textContent);
  expect(text.replaceAll(/\s+/g, ' ').trim()).toBe(
    'Ada Example, Bo Sample Port Fixture February 29, 2024 Updated March 1, 2024',
  );
});

test('a long article is printed in two columns, a short one in one', async () => {
  for (const [path, columns] of [
    [LONG_READ, '2'],
    ['articles/a-plain-article.html', 'auto'],
  ] as const) {
    const page = await reader.visit('fixtureSite', path);
    await page.emulateMedia({ media: 'print' });
    const count = await page
      .locator('main > article')
      .evaluate((article) => getComputedStyle(article).columnCount);
    expect(count).toBe(columns);
  }
});

test('the kicker, the headline and the lead picture begin at one edge', async () => {
  for (const width of [390, 768, 1280]) {
    const page = await reader.visit('fixtureSite', WITH_PICTURE, { width, height: 900 });
    const headline = await boxOf(page, 'h1');
    for (const part of ['.kicker', 'header img']) {
      const { x } = await boxOf(page, part);
      expect(Math.abs(x - headline.x), `${part} at ${width} pixels`).toBeLessThanOrEqual(1);
    }
  }
});

test('beside a margin, a lead picture is as wide as the headline', async () => {
  const page = await reader.visit('fixtureSite', WITH_PICTURE, { width: 1280, height: 900 });
  const picture = await boxOf(page, 'header img');
  expect(picture.width).toBeCloseTo((await boxOf(page, 'h1')).width, 0);
});

test('an upright lead picture is beside the headline and its standfirst', async () => {
  const page = await reader.visit('generatedSite', UPRIGHT_LEAD, { width: 1280, height: 900 });
  const headline = await boxOf(page, 'h1');
  const standfirst = await boxOf(page, '.standfirst');
  const picture = await boxOf(page, 'header img');
  const text = await boxOf(page, 'main > article > p');
  for (const part of [headline, standfirst]) {
    expect(part.x).toBe(headline.x);
    expect(part.x + part.width).toBeLessThan(picture.x);
    expect(part.y).toBeGreaterThan(picture.y - 16);
    expect(part.y).toBeLessThan(picture.y + picture.height);
  }
  expect(picture.x + picture.width).toBeCloseTo(text.x + text.width, 0);
  expect(picture.height / picture.width).toBeCloseTo(560 / 420, 1);
  expect(picture.y + picture.height).toBeLessThan(text.y);
});

/** A page with related articles with and without pictures. */
function pageWithMixedCards(): string {
  const found = pagesOf('generatedSite').find((path) => {
    const html = readFileSync(join(inject('generatedSite'), path), 'utf8');
    const cards = html.split('class="article-list cards"')[1]?.split('</ol>')[0]?.split('<li>');
    return new Set(cards?.slice(1).map((card) => card.includes('<picture'))).size === 2;
  });
  if (found === undefined) throw new Error('All related articles have pictures, or none.');
  return found;
}

test('related articles are in one row, and none has a hole for a picture', async () => {
  for (const width of [768, 1280]) {
    const page = await reader.visit('generatedSite', pageWithMixedCards(), { width, height: 900 });
    const starts = await page
      .locator('.cards article')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().y));
    expect(new Set(starts).size).toBe(1);
    const picture = await boxOf(page, '.cards img');
    const instead = await boxOf(page, '.cards article:not(:has(picture)) h3');
    expect(instead.y).toBeCloseTo(picture.y, 0);
    expect(instead.height).toBeGreaterThan(picture.height - 1);
  }
});

test('in a narrow window, pictures of related articles are small, and beside the headline', async () => {
  const page = await reader.visit('generatedSite', pageWithMixedCards(), {
    width: 390,
    height: 900,
  });
  const picture = await boxOf(page, '.cards img');
  const headline = await boxOf(page, '.cards article:has(picture) h3');
  expect(picture.width).toBeLessThanOrEqual(112);
  expect(headline.x + headline.width).toBeLessThan(picture.x);
});

test('lines of Japanese headlines end after phrases', async () => {
  const page = await reader.visit('fixtureSite', 'articles/港口的清晨.html');
  const lines = await page.locator('h1').evaluate((heading) => {
    heading.setAttribute('lang', 'ja');
    heading.textContent = 'なぜ古い地図は正しかったのか';
    heading.style.inlineSize = '5em';
    const range = new Range();
    let top = 0;
    return Array.from(heading.textContent, (letter, index) => {
      range.setStart(heading.firstChild ?? heading, index);
      range.setEnd(heading.firstChild ?? heading, index + 1);
      const before = top;
      ({ top } = range.getBoundingClientRect());
      return index > 0 && top !== before ? `|${letter}` : letter;
    }).join('');
  });
  expect(lines).toBe('なぜ古い|地図は|正しかった|のか');
});

test('short names and topics have no hole before their separator', async () => {
  const page = await reader.visit('newsroomSite', 'articles/港口.html');
  const holes = await page.evaluate(() =>
    [...document.querySelectorAll('main .byline a')].flatMap((link) => {
      const [name, separator] = [link.firstChild, link.nextSibling].map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node ?? link);
        return range.getClientRects()[0];
      });
      return name && separator ? [separator.left - name.right] : [];
    }),
  );
  expect(holes.length).toBeGreaterThan(0);
  expect(Math.max(...holes)).toBeLessThan(1);
});

test('code runs from left to right in articles that run from right to left', async () => {
  const page = await reader.visit('fixtureSite', PERSIAN);
  const { direction, textAlign } = await page.locator('pre').evaluate((it) => getComputedStyle(it));
  expect([direction, textAlign]).toEqual(['ltr', 'start']);
});

test('where the page runs from right to left, A+ and A− do not', async () => {
  const page = await reader.visit('fixtureSite', PERSIAN);
  await page.locator('.settings-button').click();
  const edges = await page.locator('#settings button[value]').evaluateAll((all) =>
    all.map(({ firstChild }) => {
      if (!firstChild) throw new Error('The button has no text.');
      return [0, 1].map((letter) => {
        const range = document.createRange();
        range.setStart(firstChild, letter);
        range.setEnd(firstChild, letter + 1);
        return range.getBoundingClientRect().left;
      });
    }),
  );
  expect(edges).toHaveLength(2);
  for (const [letter = 0, sign = 0] of edges) expect(sign).toBeGreaterThan(letter);
});

test.each(['港口', 'ميناء'])('figures in %s are as high as its characters', async (slug) => {
  const page = await reader.visit('newsroomSite', `articles/${slug}.html`);
  const figures = await page
    .locator('main > article')
    .evaluate((article) => getComputedStyle(article).fontVariantNumeric);
  expect(figures).toBe('lining-nums');
});

test('corrections and the topics below them have one rule between them', async () => {
  const page = await reader.visit('newsroomSite', IN_SERIES);
  const width = await page
    .locator('.corrections + footer')
    .evaluate((footer) => getComputedStyle(footer).borderTopWidth);
  expect(width).toBe('0px');
});

/** The width and height of a printed page within its margins: A4, in CSS pixels. */
const PAPER = { width: 680, height: 990 };

test.each([
  ['fixtureSite', WITH_PICTURE],
  ['fixtureSite', 'articles/portrait.html'],
  ['newsroomSite', IN_SERIES],
] as const)('%s %s: its first printed page has its first paragraph', async (site, path) => {
  const page = await reader.visit(site, path, PAPER);
  await page.emulateMedia({ media: 'print' });
  const text = await boxOf(page, 'main > article > p');
  expect(text.y).toBeLessThan(PAPER.height * 0.9);
  // A header that is kept whole would leave the first page empty.
  const header = page.locator('main > article > header');
  expect(await header.evaluate((it) => getComputedStyle(it).breakInside)).toBe('auto');
});

test('printed, an upright lead picture is beside the headline', async () => {
  const page = await reader.visit('generatedSite', UPRIGHT_LEAD, PAPER);
  await page.emulateMedia({ media: 'print' });
  const headline = await boxOf(page, 'h1');
  const picture = await boxOf(page, 'header img');
  expect(headline.x).toBe(0);
  expect(headline.x + headline.width).toBeLessThan(picture.x);
  expect(picture.y).toBeLessThan(headline.y + headline.height);
});

test('printed, all parts of the page begin at its edge', async () => {
  const page = await reader.visit('newsroomSite', IN_SERIES, PAPER);
  await page.emulateMedia({ media: 'print' });
  for (const part of await page.locator('main > *:visible').all())
    expect((await part.boundingBox())?.x, await part.innerText()).toBe(0);
});

test('printed, the rule of a quotation is within the page', async () => {
  const page = await reader.visit('fixtureSite', WITH_PICTURE, PAPER);
  await page.emulateMedia({ media: 'print' });
  const { x } = await boxOf(page, 'blockquote:not([data-pull-quote])');
  expect(x).toBeGreaterThanOrEqual(0);
});

test('printed, both columns begin at one height', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, PAPER);
  await page.emulateMedia({ media: 'print' });
  const margins = await page.evaluate(() => {
    // Space above the first block of a column, which the second column doesn't have.
    const afterWide = 'main > article > table:has(th:nth-child(5)) + *, .reading-bar + *';
    return [...document.querySelectorAll(afterWide)].map(
      (element) => getComputedStyle(element).marginTop,
    );
  });
  expect(margins).toEqual(['0px', '0px']);
});

test('printed, the rule above the notes stays with them', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ);
  await page.emulateMedia({ media: 'print' });
  const rule = await page
    .locator('[role="doc-endnotes"]')
    .evaluate((notes) => getComputedStyle(notes, '::before').breakAfter);
  expect(rule).toBe('avoid');
});

test('printed, the URL of a link runs from left to right, and is not repeated', async () => {
  const page = await reader.visit('fixtureSite', PERSIAN);
  await page.emulateMedia({ media: 'print' });
  const shown = await page.locator('main > article > p a[href^=http]').evaluateAll((links) =>
    links.map((link) => {
      const { content, direction, unicodeBidi } = getComputedStyle(link, '::after');
      return content === 'none' ? content : [direction, unicodeBidi];
    }),
  );
  expect(shown).toEqual([['ltr', 'isolate'], 'none']);
});

test.each([IN_SERIES, 'articles/ميناء.html'])(
  'printed, the address of %s is apart from its date',
  async (path) => {
    const page = await reader.visit('newsroomSite', path, PAPER);
    await page.emulateMedia({ media: 'print' });
    const gap = await page.locator('.imprint').evaluate((imprint) => {
      const range = document.createRange();
      range.selectNodeContents(imprint.lastChild ?? imprint);
      const date = range.getBoundingClientRect();
      const address = imprint.querySelector('bdi')?.getBoundingClientRect();
      return address && Math.max(date.left - address.right, address.left - date.right);
    });
    expect(gap).toBeGreaterThan(10);
  },
);

test('printed, the address of an article that runs from right to left is apart from the date', async () => {
  const page = await reader.visit('newsroomSite', 'articles/ميناء.html', PAPER);
  await page.emulateMedia({ media: 'print' });
  const [address, date] = await page.locator('.imprint').evaluate((imprint) => {
    const text = document.createTreeWalker(imprint, NodeFilter.SHOW_TEXT);
    const edges: number[] = [];
    for (let node = text.nextNode(); node; node = text.nextNode()) {
      const at = node.nodeValue?.search(/\S/) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      // The whole address, and the first digit of the date, which comes first: on the right.
      range.setStart(node, at);
      range.setEnd(node, edges.length === 0 ? (node.nodeValue ?? '').trimEnd().length : at + 1);
      edges.push(range.getBoundingClientRect().left);
    }
    return edges;
  });
  expect(date).toBeLessThan(address ?? 0);
});

test('links to other languages begin at the edge of the text', async () => {
  const page = await reader.visit('newsroomSite', 'articles/порт.html', {
    width: 390,
    height: 900,
  });
  const edges = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.languages a') ?? document.body);
    return [range, document.querySelector('h1')].map((it) => it?.getBoundingClientRect().left);
  });
  expect(edges[0]).toBe(edges[1]);
});

test.each([390, 1280])(
  'at %i pixels, a headline that runs the other way stands below its label',
  async (width) => {
    const page = await reader.visit('newsroomSite', 'articles/港口.html', { width, height: 900 });
    const [lines, box] = await page.locator('.neighbours .next').evaluate((next) => {
      const headline = next.querySelector('a') ?? next;
      // Over several lines.
      headline.textContent = `${headline.textContent} `.repeat(9);
      const range = document.createRange();
      range.selectNodeContents(headline);
      const { left, right } = next.getBoundingClientRect();
      return [[...range.getClientRects()].map((it) => [it.left, it.right]), [left, right]] as const;
    });
    expect(lines.length).toBeGreaterThan(1);
    const side = width === 390 ? 0 : 1;
    for (const line of lines) expect(line[side]).toBeCloseTo(box[side], -0.5);
  },
);

test('on a page that runs from right to left, the copyright begins on the right', async () => {
  const page = await reader.visit('newsroomSite', 'حول.html');
  const copyright = await boxOf(page, '.site-footer > p > *');
  const footer = await boxOf(page, '.site-footer');
  expect(copyright.x + copyright.width).toBeCloseTo(footer.x + footer.width, 0);
});

test('the titles of topics, authors and series have one face', async () => {
  const faces = new Set<string>();
  for (const path of ['topics/harbours', 'authors/ada', 'series/after-the-storm-wind']) {
    const page = await reader.visit('newsroomSite', `${path}.html`);
    faces.add(await page.locator('h1').evaluate((title) => getComputedStyle(title).font));
  }
  expect([...faces]).toHaveLength(1);
});

test("the publisher's links are evenly set, however short their names", async () => {
  const page = await reader.visit('newsroomSite', 'about.html');
  const gaps = await page.locator('body > .topic-bar a').evaluateAll((links) => {
    const words = links.slice(0, 3).map((link) => {
      const range = document.createRange();
      range.selectNodeContents(link);
      return range.getBoundingClientRect();
    });
    return words.slice(1).map((word, index) => word.left - (words[index]?.right ?? 0));
  });
  expect(gaps[0]).toBeCloseTo(gaps[1] ?? 0, 0);
});

test('on a small phone, long words break, and a long name stands apart from the settings', async () => {
  const page = await reader.visit('newsroomSite', IN_SERIES, { width: 320, height: 700 });
  await page.evaluate(() => {
    const name = document.querySelector('.masthead > a');
    if (name) name.textContent = 'Hafenwirtschaftszeitung';
    for (const link of document.querySelectorAll('.cards a, .neighbours a')) {
      link.textContent = 'Rechtsschutzversicherungsgesellschaftenverzeichnis';
    }
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const edges = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('.masthead > a') ?? document.body);
    const button = document.querySelector('.settings-button');
    return [range, button].map((it) => it?.getBoundingClientRect());
  });
  const [name, button] = edges;
  expect(name?.right).toBeLessThanOrEqual(320);
  expect(
    (name?.right ?? 0) <= (button?.left ?? 0) || (name?.bottom ?? 0) <= (button?.top ?? 0),
  ).toBe(true);
});

test('on a small phone, a name of 26 letters has two lines', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ, { width: 320, height: 700 });
  const lines = await page.locator('.masthead > a').evaluate((name) => {
    name.textContent = 'The Sample Harbour Gazette';
    const range = new Range();
    range.selectNodeContents(name);
    return new Set(Array.from(range.getClientRects(), ({ top }) => top)).size;
  });
  expect(lines).toBe(2);
});
