import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { LONG_READ, providedArticle, useReader } from './open-page.ts';

const reader = useReader();

test('a footnote opens next to its call, inside the window', async () => {
  for (const width of [320, 900]) {
    const page = await reader.visit('fixtureSite', LONG_READ, { width, height: 700 });
    for (const call of await page.locator('article p [role=doc-noteref]').all()) {
      await call.click();
      const note = await page.locator('#note').boundingBox();
      const there = await call.boundingBox();
      if (!note || !there) throw new Error('The note or its call is not shown.');
      expect(note.x).toBeGreaterThanOrEqual(0);
      expect(note.x + note.width).toBeLessThanOrEqual(width);
      expect(note.y).toBeGreaterThanOrEqual(0);
      expect(note.y + note.height).toBeLessThanOrEqual(700);
      const gap = Math.min(
        Math.abs(note.y - (there.y + there.height)),
        Math.abs(there.y - (note.y + note.height)),
      );
      expect(gap).toBeLessThan(24);
      expect(page.url()).not.toContain('#');
      await page.keyboard.press('Escape');
    }
  }
});

test.each([
  ['fixtureSite', LONG_READ, 1000],
  ['fixtureSite', LONG_READ, 1150],
  ['fixtureSite', LONG_READ, 1280],
  ['fixtureSite', 'articles/persian.html', 1000],
] as const)(
  '%s %s: at %i pixels, a footnote opens in the margin, and not over the contents',
  async (site, path, width) => {
    const page = await reader.visit(site, path, { width, height: 700 });
    for (const call of await page.locator('article p [role=doc-noteref]').all()) {
      await call.click();
      const note = await page.locator('#note').boundingBox();
      const there = await call.boundingBox();
      const text = await page.locator('article > p').first().boundingBox();
      const bar = await page.locator('.reading-bar').boundingBox();
      if (!note || !there || !text || !bar) throw new Error('The note or its call is not shown.');
      expect(note.x).toBeGreaterThanOrEqual(0);
      expect(note.x + note.width).toBeLessThanOrEqual(width);
      const underBar = note.x < bar.x + bar.width && note.x + note.width > bar.x;
      const barEnd = bar.y + bar.height;
      expect(underBar && note.y < barEnd && note.y + note.height > bar.y).toBe(false);
      // Where the contents fill the margin down to the end of the window, it opens below its call.
      const filled = there.y < barEnd && barEnd + 16 + note.height > 700;
      const beside = note.x + note.width <= text.x || note.x >= text.x + text.width;
      expect(beside).toBe(!filled || note.x >= text.x + text.width);
      // At the line of its call: both start there, or both end there, at the bottom of the window. In
      // the margin, it is below the contents.
      const lowest = Math.max(there.y + there.height + 8, underBar ? barEnd + 17 : 0);
      expect(note.y).toBeLessThanOrEqual(lowest);
      expect(note.y + note.height).toBeGreaterThanOrEqual(there.y);
      await page.keyboard.press('Escape');
    }
  },
);

test('a modified click on a footnote call opens the note in a new tab', async () => {
  const page = await reader.open('fixtureSite', LONG_READ);
  const call = page.locator('[role=doc-noteref]').first();
  await call.click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(() => tabs(reader.browser())).toContain(`${page.url()}#fn-1`);
  expect(await page.locator('#note').isVisible()).toBe(false);
  await page.context().close();
});

/**
 * The addresses of all open tabs, according to the browser. Playwright's `page` event is not enough
 * for a tab opened by the reader: a tab that commits its navigation while Playwright is still
 * attaching to it sends no `Page.frameNavigated`, and Playwright waits for it forever.
 */
async function tabs(browser: Browser): Promise<string[]> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url);
}

test('a long article has a table of contents with links, and a short one has none', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ);
  await page.setViewportSize({ width: 700, height: 900 });
  await page.locator('summary').click();
  const links = page.locator('.reading-bar nav a');
  expect(await links.allInnerTexts()).toEqual([
    'The harbour and its walls',
    'What the walls are made of',
    'The people who work there',
    'Mornings',
    'Evenings',
    'What comes next',
  ]);
  await links.nth(2).click();
  await expect
    .poll(async () => (await page.locator('#section-the-people-who-work-there').boundingBox())?.y)
    .toBeLessThan(200);
  const short = await reader.visit('providedSite', providedArticle());
  expect(await short.locator('summary').count()).toBe(0);
});

test('a heading is a link to itself', async () => {
  const page = await reader.visit('fixtureSite', LONG_READ);
  await page.locator('h2 a', { hasText: 'What comes next' }).click();
  expect(page.url()).toMatch(/#section-what-comes-next$/);
});

test.each([
  ['providedSite', providedArticle(), 'Reading time: 2 minutes'],
  ['fixtureSite', 'articles/persian.html', 'زمان مطالعه: ۱ دقیقه'],
  ['fixtureSite', 'articles/港口的清晨.html', '阅读时间：1分钟'],
] as const)('%s %s shows the reading time in its own language', async (site, path, words) => {
  const page = await reader.visit(site, path);
  expect(await page.locator('.reading-bar > p').innerText()).toBe(words);
});

test('without JavaScript, the bar at the top shows the reading progress', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, { javaScriptEnabled: false });
  // Measured in screenshots, because page.evaluate doesn't work without JavaScript.
  const progressWidth = async (): Promise<number> => {
    const { default: sharp } = await import('sharp');
    const strip = await page.screenshot({ clip: { x: 0, y: 1, width: 1280, height: 1 } });
    const { data, info } = await sharp(strip).raw().toBuffer({ resolveWithObject: true });
    let width = 0;
    // The bar has the accent colour, which has more red than green.
    while (
      width < info.width &&
      (data[width * info.channels] ?? 0) - (data[width * info.channels + 1] ?? 0) > 60
    )
      width++;
    return width;
  };
  await page.setViewportSize({ width: 1280, height: 700 });
  expect(await progressWidth()).toBe(0);
  await page.mouse.wheel(0, 700);
  const halfway = (width: number): boolean => width > 200 && width < 1100;
  await expect.poll(progressWidth).toSatisfy(halfway);
  await page.mouse.wheel(0, 100_000);
  await expect.poll(progressWidth).toBe(1280);
  await page.context().close();
});

test('without a share dialog, a button copies the address of the page', async () => {
  const page = await reader.open('providedSite', `${providedArticle()}#main`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  expect(await page.evaluate(() => 'share' in navigator)).toBe(false);
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect.poll(() => page.locator('#share').innerText()).toBe('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    reader.address('providedSite', providedArticle()),
  );
  await page.context().close();
});

test('without a share dialog and a clipboard, as on plain HTTP, there is no button', async () => {
  const context = await reader.browser().newContext();
  await context.addInitScript(() => {
    delete (Navigator.prototype as { clipboard?: Clipboard }).clipboard;
  });
  const page = await context.newPage();
  await page.goto(reader.address('providedSite', providedArticle()));
  expect(await page.locator('#share').isVisible()).toBe(false);
  await context.close();
});

test('a share button opens the share dialog of the system', async () => {
  const context = await reader.browser().newContext();
  // Test machines have no share dialog, so this records what it would receive.
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'share', {
      configurable: true,
      value: (data: ShareData) => {
        Object.assign(window, { shared: data });
        return Promise.reject(new DOMException('The reader closed the dialog.', 'AbortError'));
      },
    });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const address = reader.address('providedSite', providedArticle());
  await page.goto(`${address}#main`);
  await page.locator('#share').click();
  expect(await page.evaluate('shared')).toEqual({ title: await page.title(), url: address });
  expect(errors).toEqual([]);
  await context.close();
});
