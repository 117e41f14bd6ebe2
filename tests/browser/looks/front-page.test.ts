import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { useReader } from '../reading/open-page.ts';

const reader = useReader();

/** Fronts with 25 articles in six languages, with 6, and with 1. */
const SITES = ['generatedSite', 'fixtureSite', 'providedSite'] as const;

function openFront(site: (typeof SITES)[number], width: number): Promise<Page> {
  return reader.visit(site, 'index.html', { width, height: 900 });
}

/** Replaces the stories of a front page by copies of one, as a publication with so few has them. */
async function keepStories(page: Page, count: number, pictures: boolean): Promise<void> {
  await page.evaluate(
    ([count, pictures]) => {
      const front = document.querySelector('.front');
      const story = document.querySelector('.front > li:has(picture):not(:first-child)');
      if (!front || !story) throw new Error('There is no story with a picture beside the lead.');
      const copies = Array.from({ length: count }, () => story.cloneNode(true) as Element);
      if (!pictures) for (const copy of copies) copy.querySelector('picture')?.remove();
      front.replaceChildren(...copies.slice(0, 5));
      while (front.nextElementSibling) front.nextElementSibling.remove();
      const others = document.createElement('ol');
      others.className = 'article-list columns';
      others.append(...copies.slice(5));
      if (count > 5) front.after(others);
    },
    [count, pictures] as const,
  );
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
  }
});

test('a name of 26 letters is on one line, also above a single article', async () => {
  for (const site of ['fixtureSite', 'providedSite'] as const) {
    const page = await openFront(site, 768);
    for (const width of [768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const lines = await page.locator('h1').evaluate((heading) => {
        heading.textContent = 'The Sample Harbour Gazette';
        const range = new Range();
        range.selectNodeContents(heading);
        return range.getClientRects().length;
      });
      expect(lines, `${site} at ${width} pixels`).toBe(1);
    }
  }
});

test('a single story has the whole width, however wide the page', async () => {
  const page = await openFront('providedSite', 1920);
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--page', '64rem');
  });
  const list = await page.locator('.front').boundingBox();
  const story = await page.locator('.front > li').boundingBox();
  expect(list?.width).toBe(1024);
  expect(story?.width).toBe(1024);
});

test('the lead story is larger than those beside it, which differ in weight', async () => {
  const page = await openFront('generatedSite', 1280);
  const sizes = await page
    .locator('.front h2')
    .evaluateAll((all) => all.map((it) => Number.parseFloat(getComputedStyle(it).fontSize)));
  expect(sizes).toHaveLength(5);
  expect(sizes[0]).toBeGreaterThan(1.5 * Math.max(...sizes.slice(1)));
  expect(new Set(sizes).size).toBeGreaterThan(2);
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
  }
});

test('links to topics are as high as a fingertip, and evenly set', async () => {
  const page = await openFront('generatedSite', 1280);
  const heights = await page
    .locator('main > section > h2 a')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(43.5);
  // The shortest word is narrower than a fingertip.
  const gaps = await page.locator('main .topic-bar').evaluate((bar) => {
    const [first, second] = bar.querySelectorAll('a');
    if (first) first.textContent = '港口';
    if (second) second.textContent = '天气';
    const words = [...bar.querySelectorAll('a')].slice(0, 3).map((link) => {
      const range = new Range();
      range.selectNodeContents(link);
      return range.getBoundingClientRect();
    });
    return words.slice(1).map((word, index) => word.left - (words[index]?.right ?? 0));
  });
  expect(Math.abs((gaps[0] ?? 0) - (gaps[1] ?? 0))).toBeLessThan(1);
});

test('the date is as far from the text above it with a topic as without', async () => {
  const page = await openFront('generatedSite', 1280);
  const distances = await page
    .locator('.front > li:has(.byline a)')
    .first()
    .evaluate((story) => {
      const above = (): number => {
        const text = story.querySelector('article > p:not(.byline)') ?? story.querySelector('h2');
        const date = story.querySelector('time');
        if (!text || !date) throw new Error('The story has no date.');
        return date.getBoundingClientRect().top - text.getBoundingClientRect().bottom;
      };
      const before = above();
      story.querySelector('.byline a')?.remove();
      return [before, above()];
    });
  expect(Math.abs((distances[0] ?? 0) - (distances[1] ?? 0))).toBeLessThan(4);
});

test('in a section, no picture is wider than a column, however many stories there are', async () => {
  const page = await openFront('generatedSite', 1280);
  const widths = await page.evaluate(() => {
    const list = document.querySelector('.columns');
    const story = document.querySelector('.front > li:has(picture):not(:first-child)');
    if (!list || !story) throw new Error('There is no story with a picture beside the lead.');
    return [2, 3, 4, 5, 6, 7, 8].map((count) => {
      list.replaceChildren(...Array.from({ length: count }, () => story.cloneNode(true)));
      const all = [...list.querySelectorAll('picture')];
      return Math.max(...all.map((picture) => picture.getBoundingClientRect().width));
    });
  });
  // Four columns, and the gaps between them.
  for (const width of widths) expect(width).toBeCloseTo((1216 - 3 * 40) / 4, 0);
});

test.each([
  [1, 'with', true],
  [1, 'without', false],
  [4, 'with', true],
  [4, 'without', false],
  [7, 'with', true],
  [7, 'without', false],
  // Those of the site, in sections.
  [25, 'with and without', undefined],
])('a front of %i stories %s pictures has full rows', async (count, _title, pictures) => {
  const page = await openFront('generatedSite', 1280);
  if (pictures !== undefined) await keepStories(page, count, pictures);
  for (const width of [390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const spaces = await page.locator('.front, .columns').evaluateAll((lists) =>
      lists.flatMap((list) => {
        const { left, right } = list.getBoundingClientRect();
        const stories = [...list.children].map((story) => story.getBoundingClientRect());
        return stories.map(({ top }) => {
          const row = stories.filter((it) => it.top <= top + 1 && it.bottom > top + 1);
          return Math.max(
            Math.min(...row.map((it) => it.left)) - left,
            right - Math.max(...row.map((it) => it.right)),
          );
        });
      }),
    );
    expect(spaces).toHaveLength(count);
    expect(Math.max(...spaces), `${width} pixels`).toBeLessThan(1);
  }
});

test('beside a lead, stories without pictures are in one column, as high as the lead', async () => {
  const page = await openFront('generatedSite', 1280);
  await keepStories(page, 5, true);
  const boxes = await page.locator('.front > li').evaluateAll((stories) => {
    for (const story of stories.slice(1)) story.querySelector('picture')?.remove();
    return stories.map((it) => it.getBoundingClientRect());
  });
  const [lead, ...others] = boxes;
  for (const { left, width } of others) {
    expect(left).toBeCloseTo((lead?.right ?? 0) + 40, 0);
    expect(width).toBeCloseTo(lead?.width ?? 0, 0);
  }
  expect(others.at(-1)?.bottom).toBeCloseTo(lead?.bottom ?? 0, 0);
});

test('beside a lead that is higher than two rows, there is no hole between the rows', async () => {
  const page = await openFront('generatedSite', 1280);
  await keepStories(page, 5, true);
  const hole = await page.locator('.front > li').evaluateAll((stories) => {
    for (const story of stories.slice(1, 3)) story.querySelector('picture')?.remove();
    const headline = stories[0]?.querySelector('h2 a');
    if (headline) headline.textContent = 'A headline of several lines '.repeat(5);
    const text = stories
      .slice(1, 3)
      .map((story) => story.querySelector('article')?.lastElementChild ?? story);
    return (
      (stories[3]?.getBoundingClientRect().top ?? 0) -
      Math.max(...text.map((it) => it.getBoundingClientRect().bottom))
    );
  });
  expect(hole).toBeLessThan(32);
});

test('a section whose topic runs from right to left begins on the right', async () => {
  const page = await openFront('generatedSite', 1280);
  const edges = await page
    .locator('main > section')
    .first()
    .evaluate((section) => {
      const title = section.querySelector('h2 a');
      if (title) title.textContent = 'الموانئ';
      return [section, title, section.querySelector('li')].map(
        (it) => it?.getBoundingClientRect().right,
      );
    });
  expect(edges[1]).toBeCloseTo(edges[0] ?? 0, 0);
  expect(edges[2]).toBeCloseTo(edges[0] ?? 0, 0);
});

test('printed, no story is divided between pages', async () => {
  const page = await openFront('generatedSite', 680);
  await page.emulateMedia({ media: 'print' });
  const divided = await page
    .locator('.article-list > li')
    .evaluateAll((all) => all.filter((it) => getComputedStyle(it).breakInside !== 'avoid').length);
  expect(divided).toBe(0);
});

test('on a small phone, the motto is in the middle, and standfirsts have the whole width', async () => {
  const page = await openFront('generatedSite', 320);
  const motto = await page.locator('.masthead p').boundingBox();
  if (!motto) throw new Error('There is no motto.');
  expect(Math.abs(motto.x + motto.width / 2 - 160)).toBeLessThan(2);
  const widths = await page
    .locator('.article-list > li:not(.front > :first-child) picture + p:not(.byline)')
    .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
  expect(widths.length).toBeGreaterThan(0);
  for (const width of widths) expect(width).toBeCloseTo(280, 0);
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
});
