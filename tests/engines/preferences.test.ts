import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { LONG_READ } from '../browser/reading/open-page.ts';
import type { Engine } from './engine.ts';
import { useEngine, waitUntil } from './use-engine.ts';

const { engine, host } = useEngine();

const BLACK = 'rgb(0, 0, 0)';

/** The background, and the size of the text in all articles. */
function looksOf(browser: Engine) {
  return browser.evaluate(() => ({
    background: getComputedStyle(document.documentElement).backgroundColor,
    size: getComputedStyle(document.querySelector('article') ?? document.body).fontSize,
  }));
}

test('the theme and size that a reader chooses stay after a reload and on other pages', async () => {
  const browser = engine();
  await browser.open(host().url + LONG_READ);
  const before = await looksOf(browser);
  await browser.click('.settings-button');
  await waitUntil(
    browser,
    () => document.querySelector('#settings')?.matches(':popover-open') ?? false,
  );
  await browser.click('#settings [name=theme][value=black]');
  // In pixels, the middle of a slider depends on the engine. By keyboard, a step is a step.
  await browser.evaluate(() => {
    document.querySelector<HTMLElement>('#settings [name=size]')?.focus();
  });
  await browser.press('ArrowRight');
  const chosen = await looksOf(browser);
  expect(chosen.background).toBe(BLACK);
  expect(Number.parseFloat(chosen.size)).toBeGreaterThan(Number.parseFloat(before.size));
  await browser.reload();
  expect(await looksOf(browser)).toEqual(chosen);
  await browser.open(`${host().url}articles/a-plain-article.html`);
  expect(await looksOf(browser)).toEqual(chosen);
});

/** Another colour than that of any theme. */
const GREEN = [0, 255, 0];

test('the first frame has the chosen theme, while the rest of the page is still on its way', async () => {
  const html = readFileSync(`${inject('fixtureSite')}/${LONG_READ}`);
  // In the text of the article, so that there is something to paint.
  const middle = html.indexOf('The harbour and its walls</') + 2000;
  let sendRest: (() => void) | undefined;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    if (request.url === '/slow') {
      response.write(html.subarray(0, middle));
      sendRest = () => response.end(html.subarray(middle));
    } else response.end(`<!doctype html><body style="background: rgb(${GREEN.join()})">`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an object for its address, not a string.
  const { port } = server.address() as AddressInfo;
  const browser = engine();
  await browser.open(`http://127.0.0.1:${port}/`);
  expect(await cornerOf(browser)).toEqual(GREEN);
  await browser.evaluate(() => {
    localStorage.offprint = 'theme=black&size=150';
    setTimeout(() => {
      location.href = '/slow';
    });
  });
  // Until the first frame, browsers show the page before.
  const changed: number[][] = [];
  await expect
    .poll(async () => {
      const corner = await cornerOf(browser);
      if (String(corner) !== String(GREEN)) changed.push(corner);
      return changed.length;
    })
    .toBeGreaterThan(0);
  expect(changed).toEqual([[0, 0, 0]]);
  expect(await browser.evaluate(() => document.readyState)).toBe('loading');
  sendRest?.();
  await waitUntil(browser, () => document.readyState === 'complete');
  expect(await cornerOf(browser)).toEqual([0, 0, 0]);
  await new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
});

/** The colour near the left edge of the window, where only the background is. */
async function cornerOf(browser: Engine): Promise<number[]> {
  const pixel = { left: 4, top: 600, width: 1, height: 1 };
  return [
    ...(await sharp(await browser.screenshot())
      .extract(pixel)
      .removeAlpha()
      .raw()
      .toBuffer()),
  ];
}
