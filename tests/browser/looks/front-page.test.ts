import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { serveFolder, type ServedFolder } from '../../serve-folder.ts';
import { launchBrowser } from '../launch-browser.ts';

let browser: Browser;
const hosts: ServedFolder[] = [];

/** Fronts with 25 articles in six languages, with 6, and with 1. */
const SITES = ['generatedSite', 'fixtureSite', 'providedSite'] as const;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const site of SITES) hosts.push(await serveFolder(inject(site)));
});

afterAll(async () => {
  await browser.close();
  for (const host of hosts) await host.close();
});

async function openFront(site: (typeof SITES)[number], width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${hosts[SITES.indexOf(site)]?.url ?? ''}index.html`);
  return page;
}

test('the front page is up to 76rem wide', async () => {
  for (const [width, expected] of [
    [1920, 1216],
    [1280, 1216],
    [1024, 984],
    [390, 350],
  ] as const) {
    const page = await openFront('generatedSite', width);
    expect((await page.locator('main').boundingBox())?.width).toBeCloseTo(expected, 0);
    await page.close();
  }
});

test('the name of the publication is on one line, in the middle', async () => {
  for (const width of [768, 1280, 1920]) {
    const page = await openFront('generatedSite', width);
    const lines = await page.locator('h1').evaluate((heading) => {
      const range = new Range();
      range.selectNodeContents(heading);
      const [rect, ...others] = range.getClientRects();
      return { others: others.length, middle: rect ? rect.x + rect.width / 2 : 0 };
    });
    expect(lines.others).toBe(0);
    expect(Math.abs(lines.middle - width / 2)).toBeLessThan(2);
    await page.close();
  }
});

test('the lead story is larger than those beside it, which differ in weight', async () => {
  const page = await openFront('generatedSite', 1280);
  const sizes = await page
    .locator('.front h2')
    .evaluateAll((all) => all.map((it) => Number.parseFloat(getComputedStyle(it).fontSize)));
  expect(sizes).toHaveLength(5);
  expect(sizes[0]).toBeGreaterThan(1.5 * Math.max(...sizes.slice(1)));
  expect(new Set(sizes).size).toBeGreaterThan(2);
  await page.close();
});

test('the larger topics have sections, which link to the topic and do not repeat it', async () => {
  const page = await openFront('generatedSite', 1280);
  const sections = page.locator('main > section');
  expect(await sections.count()).toBeGreaterThan(0);
  for (const section of await sections.all()) {
    expect(await section.locator('h2 a').getAttribute('href')).toMatch(/^topics\//);
    expect(await section.locator('li').count()).toBeGreaterThanOrEqual(3);
    expect(await section.locator('.byline a').count()).toBe(0);
  }
  await page.close();
});

test('dates have a year only if it is not the year of the newest article', async () => {
  const page = await openFront('fixtureSite', 1280);
  const dates = await page
    .locator('.article-list time')
    .evaluateAll((all) =>
      all.map((it) => [it.getAttribute('datetime')?.slice(0, 4), /\d{4}/.test(it.innerHTML)]),
    );
  const years = dates.map(([year]) => year);
  expect(new Set(years).size).toBeGreaterThan(1);
  const newest = years.toSorted().at(-1);
  expect(dates).toEqual(years.map((year) => [year, year !== newest]));
  await page.close();
});

test.each(SITES)('%s: stories do not overlap, and no text is cut off', async (site) => {
  for (const width of [320, 390, 640, 768, 1024, 1280, 1920]) {
    const page = await openFront(site, width);
    const faults = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const stories = [...document.querySelectorAll('.article-list > li')];
      const boxes = stories.map((it) => it.getBoundingClientRect());
      const overlapping = boxes.filter((a, index) =>
        boxes.some(
          (b, other) =>
            other > index &&
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
        ),
      );
      const cut = stories.filter((story) => {
        const box = story.getBoundingClientRect();
        return [...story.querySelectorAll('h2, h3, p, img')].some((part) => {
          const { left, right, bottom } = part.getBoundingClientRect();
          return (
            left < box.left - 1 ||
            right > box.right + 1 ||
            bottom > box.bottom + 1 ||
            part.scrollWidth > part.clientWidth + 1
          );
        });
      });
      return {
        sideways: scrollWidth > clientWidth,
        overlapping: overlapping.length,
        cut: cut.map((story) => story.textContent.slice(0, 60)),
      };
    });
    expect(faults, `${width} pixels`).toEqual({ sideways: false, overlapping: 0, cut: [] });
    await page.close();
  }
});

test('no rule between stories leaves the column of the page', async () => {
  const page = await openFront('generatedSite', 1280);
  for (const list of await page.locator('.front, .columns').all()) {
    await list.scrollIntoViewIfNeeded();
    const box = await list.boundingBox();
    if (!box) throw new Error('The list is not shown.');
    const height = Math.min(box.height, 800);
    for (const x of [box.x - 6, box.x + box.width]) {
      const strip = await page.screenshot({ clip: { x, y: Math.max(0, box.y), width: 6, height } });
      const { channels } = await sharp(strip).removeAlpha().stats();
      for (const { min, max } of channels) expect(max - min).toBe(0);
    }
  }
  await page.close();
});
