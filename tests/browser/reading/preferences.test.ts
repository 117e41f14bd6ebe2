import sharp from 'sharp';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { LONG_READ, providedArticle, useReader } from './open-page.ts';

const reader = useReader();

/** The computed typography of the article. */
async function typographyOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const paragraph = document.querySelector('article > p') ?? document.body;
    const style = getComputedStyle(paragraph);
    return {
      background: getComputedStyle(document.documentElement).backgroundColor,
      fontSize: style.fontSize,
      fontFamily: style.fontFamily.split(',')[0] ?? '',
      lineHeight: String(Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize)),
      width: String(paragraph.getBoundingClientRect().width),
      letterSpacing: style.letterSpacing,
      wordSpacing: style.wordSpacing,
      textAlign: style.textAlign,
      hyphens: style.hyphens,
    };
  });
}

/** A field of the settings, a value, and the property of the typography that it changes. */
const choices = [
  ['theme', 'black', 'background'],
  ['typeface', 'mono', 'fontFamily'],
  ['size', '150', 'fontSize'],
  ['leading', '130', 'lineHeight'],
  ['measure', '45', 'width'],
  ['letters', '6', 'letterSpacing'],
  ['spaces', '20', 'wordSpacing'],
  ['justified', 'on', 'textAlign'],
  ['hyphens', 'off', 'hyphens'],
] as const;

async function choose(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`#settings input[name=${name}]`);
  const type = await field.first().getAttribute('type');
  if (type === 'range') await field.fill(value);
  else if (type === 'checkbox') await field.setChecked(value === 'on');
  else await page.locator(`#settings input[name=${name}][value=${value}]`).check();
}

async function openSettings(page: Page): Promise<void> {
  await page.locator('.settings-button').click();
  await page.locator('#settings').waitFor({ state: 'visible' });
}

test('every choice applies at once, and a reset undoes it', async () => {
  const page = await reader.open('providedSite', providedArticle());
  await openSettings(page);
  for (const [name, value, part] of choices) {
    const before = await typographyOf(page);
    await choose(page, name, value);
    const after = await typographyOf(page);
    expect(after[part], name).not.toBe(before[part]);
    await page.locator('#settings [type=reset]').click();
    expect(await typographyOf(page), `${name}, reset`).toEqual(before);
  }
  await page.context().close();
});

test('there are at least nine text sizes', async () => {
  const page = await reader.open('providedSite', providedArticle());
  await openSettings(page);
  const slider = page.locator('#settings input[name=size]');
  await slider.focus();
  await page.keyboard.press('Home');
  const sizes = new Set<string | undefined>();
  for (let step = 0; step < 20; step++) {
    sizes.add((await typographyOf(page)).fontSize);
    await page.keyboard.press('ArrowRight');
  }
  expect(sizes.size).toBeGreaterThanOrEqual(9);
  await page.context().close();
});

test('choices apply after a reload, on other pages, and after going back', async () => {
  const page = await reader.open('providedSite', providedArticle());
  await openSettings(page);
  for (const [name, value] of choices) await choose(page, name, value);
  // The text makes room for the open panel.
  await page.keyboard.press('Escape');
  const chosen = await typographyOf(page);
  await page.reload();
  expect(await typographyOf(page)).toEqual(chosen);

  await page.locator('.masthead a').click();
  await page.waitForURL(/index\.html$/);
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('black');
  await openSettings(page);
  for (const [name, value] of choices) {
    const field = page.locator(`#settings input[name=${name}]`);
    const shown = (): Promise<string> =>
      field.evaluateAll((fields) =>
        fields
          .filter((one): one is HTMLInputElement => one instanceof HTMLInputElement)
          .map((one) => (one.type === 'range' ? one.value : one.checked ? one.value : ''))
          .join(''),
      );
    await expect.poll(async () => (await shown()) || 'off', { message: name }).toBe(value);
  }
  await choose(page, 'theme', 'sepia');
  await page.goBack();
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('sepia');
  await page.context().close();
});

test('a choice made on one page applies to other open pages', async () => {
  const page = await reader.open('providedSite', providedArticle());
  const other = await page.context().newPage();
  await other.goto(reader.address('providedSite', 'index.html'));
  await openSettings(page);
  await choose(page, 'theme', 'sepia');
  await expect.poll(() => other.locator('html').getAttribute('data-theme')).toBe('sepia');
  await page.context().close();
});

test('without JavaScript, there are no dead controls, and links work', async () => {
  const page = await reader.open('fixtureSite', LONG_READ, {
    javaScriptEnabled: false,
    viewport: { width: 700, height: 900 },
  });
  expect(await page.locator('button:visible, input:visible, [popover]:visible').count()).toBe(0);
  expect(await page.locator('.reading-bar').innerText()).toMatch(/^Reading time: \d+ minutes?/);
  await page.locator('summary').click();
  await page.getByRole('link', { name: 'What comes next' }).first().click();
  expect(page.url()).toMatch(/#section-what-comes-next$/);
  await page.locator('[role=doc-noteref]').first().click();
  expect(page.url()).toMatch(/#fn-1$/);
  await page.context().close();
});

test('with blocked storage, choices apply to the page without an error', async () => {
  const context = await reader.browser().newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  // A sandboxed document has an opaque origin without access to storage.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': 'sandbox allow-scripts' };
    await route.fulfill({ response, headers });
  });
  await page.goto(reader.address('providedSite', providedArticle()));
  const denied = await page.evaluate(() => {
    try {
      return localStorage.length;
    } catch (error) {
      return error instanceof DOMException ? error.name : '';
    }
  });
  expect(denied).toBe('SecurityError');
  await openSettings(page);
  await choose(page, 'theme', 'black');
  expect((await typographyOf(page)).background).toBe('rgb(0, 0, 0)');
  await page.locator('#settings [type=reset]').click();
  expect((await typographyOf(page)).background).not.toBe('rgb(0, 0, 0)');
  expect(errors).toEqual([]);
  await context.close();
});

test.each([
  'null',
  '{"theme":"nonsense"}',
  'theme=nonsense&size=large&measure=',
  '__proto__=1&constructor=2&a b=c&=d',
  'onclick=alert(1)&style=display:none&theme=</style>',
])('an invalid stored value (%s) is ignored', async (stored) => {
  const page = await reader.open('providedSite', providedArticle());
  const before = await typographyOf(page);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => errors.push(message.text()));
  await page.evaluate((value) => {
    localStorage.offprint = value;
  }, stored);
  await page.reload();
  expect(await typographyOf(page)).toEqual(before);
  await openSettings(page);
  await choose(page, 'theme', 'black');
  expect((await typographyOf(page)).background).toBe('rgb(0, 0, 0)');
  expect(errors).toEqual([]);
  await page.context().close();
});

const COVER = [0, 255, 0];

/** The frames that the browser paints while `act` runs. */
async function framesDuring(
  page: Page,
  act: (frames: readonly Buffer[]) => Promise<unknown>,
): Promise<Buffer[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const frames: Buffer[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'));
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act(frames);
  // Frames arrive in order: when a covered one does, no frame of the page is missing.
  const cover = await addBox(page, `inset: 0; z-index: 9; background: rgb(${COVER.join()})`);
  const firstCovered = async (): Promise<number> => {
    await paintAgain(cover);
    const corners = await Promise.all(frames.map(cornerOf));
    return corners.map(String).indexOf(String(COVER));
  };
  let end = -1;
  await expect.poll(async () => (end = await firstCovered())).toBeGreaterThanOrEqual(0);
  await session.send('Page.stopScreencast');
  await session.detach();
  await cover.evaluate((element) => {
    element.remove();
  });
  return frames.slice(0, end);
}

async function addBox(page: Page, style: string) {
  return page.evaluateHandle((css) => {
    const element = document.body.appendChild(document.createElement('div'));
    element.style.cssText = `position: fixed; ${css}`;
    return element;
  }, style);
}

/** Changes a box, because the screencast may skip a paint. */
async function paintAgain(box: Awaited<ReturnType<typeof addBox>>): Promise<void> {
  await box.evaluate((element) => {
    element.textContent = String(performance.now());
  });
}

/** The colour of the lower right corner, where only the background is. */
async function cornerOf(frame: Buffer): Promise<number[]> {
  const { data, info } = await sharp(frame)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(data.length - info.channels * 4).subarray(0, 3)];
}

const stored = { theme: 'black', size: '150', typeface: 'sans', measure: '50' };

test('every painted frame has the chosen theme, also on a slow connection', async () => {
  const html = await readFile(`${inject('providedSite')}/${providedArticle()}`);
  // The response stops in the text of the article, so that the browser paints what has arrived.
  const middle = html.indexOf('</aside>') + 900;
  let sendRest: (() => void) | undefined;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(html.subarray(0, middle));
    const rest = () => response.end(html.subarray(middle));
    if (request.url === '/slow') sendRest = rest;
    else rest();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an object for its address, not a string.
  const { port } = server.address() as AddressInfo;
  const context = await reader.browser().newContext();
  const page = await context.newPage();
  const address = `http://127.0.0.1:${port}/`;
  await page.goto(address);
  await page.evaluate(
    (value) => {
      localStorage.offprint = value;
    },
    String(new URLSearchParams(stored)),
  );
  await page.reload();

  const frames = await framesDuring(page, async (painted) => {
    const before = painted.length;
    await page.goto(`${address}slow`, { waitUntil: 'commit' });
    await page.locator('article > p').first().waitFor();
    await expect.poll(() => painted.length).toBeGreaterThan(before);
    sendRest?.();
    await page.waitForLoadState();
  });
  for (const frame of frames) expect(await cornerOf(frame)).toEqual([0, 0, 0]);
  await context.close();
  await new Promise((closed) => server.close(closed));
});

/** In black on black, no pixel changes. The size is fixed, because a box that grows is a layout shift. */
const SMALL_BLACK =
  'contain: strict; inset: auto 0 0 auto; width: 9px; height: 9px; font-size: 2px; color: #000';

/** The height of the masthead in pixels. */
const MASTHEAD = 60;

/** The pixels of the masthead, and those below it. */
async function partsOf(frame: Buffer): Promise<{ masthead: Buffer; below: Buffer }> {
  const { data, info } = await sharp(frame)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const cut = info.width * info.channels * MASTHEAD;
  return { masthead: data.subarray(0, cut), below: data.subarray(cut) };
}

test('nothing moves or appears late in the first frames', async () => {
  const page = await reader.open('providedSite', providedArticle(), { choices: stored });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const frames = await framesDuring(page, async (painted) => {
    await page.reload();
    // A busy browser may not have sent a frame yet.
    const box = await addBox(page, SMALL_BLACK);
    await expect
      .poll(async () => {
        await paintAgain(box);
        return painted.length;
      })
      .toBeGreaterThan(0);
  });
  const whole = await partsOf(await page.screenshot());
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) {
    const { masthead, below } = await partsOf(frame);
    // A busy browser may paint an incomplete page, with the black background for the rest.
    expect(below.every((value, at) => value === 0 || value === whole.below[at])).toBe(true);
    const hasText = below.some((value) => value !== 0);
    if (hasText) expect(masthead.equals(whole.masthead)).toBe(true);
    else
      expect(masthead.every((value, at) => value === 0 || value === whole.masthead[at])).toBe(true);
  }
  expect(await page.evaluate('shifts')).toEqual([]);
  await page.context().close();
});

test('Chinese text, which is justified by default, is not if the reader unticks that', async () => {
  const page = await reader.open('fixtureSite', 'articles/港口的清晨.html');
  expect((await typographyOf(page)).textAlign).toBe('justify');
  await openSettings(page);
  await choose(page, 'justified', 'off');
  expect((await typographyOf(page)).textAlign).toBe('start');
  await page.context().close();
});
