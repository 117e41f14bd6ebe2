import { expect, test } from 'vitest';
import { LONG_READ } from '../browser/reading/open-page.ts';
import { useEngine, waitUntil } from './use-engine.ts';

const { engine, host } = useEngine();

test('a footnote opens in a popover inside the window, and Escape closes it', async () => {
  const browser = engine();
  await browser.open(host().url + LONG_READ);
  await browser.click('article p [role=doc-noteref]');
  await waitUntil(
    browser,
    () => document.querySelector('#note')?.matches(':popover-open') ?? false,
  );
  const note = await browser.evaluate(() => {
    const box = document.querySelector('#note')?.getBoundingClientRect();
    const call = document.querySelector('article p [role=doc-noteref]')?.getBoundingClientRect();
    if (!box || !call) throw new Error('The note or its call is missing.');
    return {
      text: document.querySelector('#note')?.textContent.trim(),
      inWindow:
        box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
      coversCall:
        box.left < call.right &&
        box.right > call.left &&
        box.top < call.bottom &&
        box.bottom > call.top,
    };
  });
  expect(note.text).toContain('A note with emphasis, a link and two sentences.');
  expect(note).toMatchObject({ inWindow: true, coversCall: false });
  await browser.press('Escape');
  await waitUntil(browser, () => document.querySelector('#note:popover-open') === null);
});

test('the contents lead to the sections', async () => {
  const browser = engine();
  await browser.open(host().url + LONG_READ);
  const link = 'nav a[href="#section-the-people-who-work-there"]';
  // In the margin, the contents stand open.
  const isShown = await browser.evaluate(
    (selector = '') =>
      document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }),
    link,
  );
  if (!isShown) await browser.click('summary');
  await browser.click(link);
  await waitUntil(browser, () => {
    const heading = document.querySelector('#section-the-people-who-work-there');
    const top = heading?.getBoundingClientRect().top ?? Infinity;
    return location.hash === '#section-the-people-who-work-there' && top >= 0 && top < 200;
  });
});

test('search finds a word, marks it, and leads to the article', async () => {
  const browser = engine();
  await browser.open(`${host().url}search.html`);
  await browser.click('[type=search]');
  await browser.type('Sandstone');
  await browser.press('Enter');
  await waitUntil(browser, () => document.querySelector('#results mark') !== null);
  expect(
    await browser.evaluate(() => document.querySelector('#results mark')?.textContent),
  ).toMatch(/^sandstone/i);
  await browser.click('#results a');
  await waitUntil(browser, () => location.pathname === '/articles/the-long-read.html');
});

test('pages that were opened can be read after the server has stopped', async () => {
  const browser = engine();
  const article = host().url + LONG_READ;
  const isComplete = (): boolean => document.readyState === 'complete';
  await browser.open(article);
  await waitUntil(browser, isComplete);
  const read = await browser.evaluate(() => document.querySelector('article')?.textContent);
  // The service worker comes with the second page that a link leads to.
  await browser.click('.site-footer a[href$="archive.html"]');
  await waitUntil(browser, () => location.pathname === '/archive.html');
  await waitUntil(
    browser,
    async (address = '') =>
      navigator.serviceWorker.controller !== null &&
      (await caches.match(address.replace('.html', ''))) !== undefined,
    article,
  );
  await host().close();
  await browser.open(article);
  await waitUntil(browser, isComplete);
  expect(await browser.evaluate(() => document.querySelector('article')?.textContent)).toBe(read);
});
