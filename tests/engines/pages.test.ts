import { afterAll, expect, inject, test } from 'vitest';
import { pagesOf } from '../browser/reading/open-page.ts';
import { FRAME, recordedSite } from './recorded-site.ts';
import { useEngine, waitUntil } from './use-engine.ts';

const site = recordedSite(inject('fixtureSite'));
const { engine, host } = useEngine(site.folder);

afterAll(() => {
  site.remove();
});

test('what goes wrong in a page is recorded', async () => {
  const browser = engine();
  await browser.open(`${host().url}index.html`);
  await browser.evaluate(() => {
    console.warn('a message');
    document.body.append(Object.assign(document.createElement('script'), { text: '1' }));
    setTimeout(() => {
      throw new Error('a mistake');
    });
  });
  await waitUntil(browser, () => window.messages.length >= 3);
  const messages = await browser.evaluate(() => window.messages);
  expect(messages.map((message) => message.split(' ')[0]).sort()).toEqual(['error', 'the', 'warn']);
});

test.each(pagesOf('fixtureSite'))('%s opens without a message', async (path) => {
  const browser = engine();
  await browser.open(host().url + encodeURI(path));
  expect(await browser.evaluate(() => window.messages)).toEqual([]);
});

test.each(
  pagesOf('fixtureSite').flatMap(
    (path) =>
      [
        [path, 320],
        [path, 1280],
      ] as const,
  ),
)('%s does not scroll sideways at %i pixels', async (path, width) => {
  const browser = engine();
  await browser.open(host().url + FRAME);
  const widths = await browser.evaluate(
    async (address, frameWidth) => {
      const frame = document.querySelector('iframe');
      if (!frame) throw new Error('There is no frame.');
      frame.width = frameWidth;
      await new Promise((loaded) => {
        frame.onload = loaded;
        frame.src = address;
      });
      const { clientWidth = 0, scrollWidth = 0 } = frame.contentDocument?.documentElement ?? {};
      return { frame: frame.contentWindow?.innerWidth, scrolled: scrollWidth - clientWidth };
    },
    encodeURI(path),
    String(width),
  );
  expect(widths).toEqual({ frame: width, scrolled: 0 });
});
