import type { Page } from 'playwright-core';
import finderModule from 'text-fragments-polyfill/text-fragment-utils?raw';
import { expect, test } from 'vitest';
import { LONG_READ, providedArticle, useReader } from './open-page.ts';

const reader = useReader();

/** Selects from the start of one text to the end of another, each in the block of a selector. */
async function select(
  page: Page,
  [startBlock, start]: readonly [string, string],
  [endBlock, end]: readonly [string, string],
): Promise<void> {
  await page.evaluate(
    (places) => {
      const find = (selector: string, words: string): [Text, number] => {
        const block = document.querySelector(selector);
        if (!block) throw new Error(`There is no ${selector}.`);
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          // SHOW_TEXT returns only text nodes.
          const text = texts.currentNode as Text;
          const index = text.data.indexOf(words);
          if (index >= 0) return [text, index];
        }
        throw new Error(`There is no "${words}" in ${selector}.`);
      };
      const [from, to] = [find(...places[0]), find(...places[1])];
      getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1] + places[1][1].length);
      // Fires after the page's own handler, which was added earlier.
      return new Promise((selected) => {
        document.addEventListener('selectionchange', selected, { once: true });
      });
    },
    [[startBlock, start] as const, [endBlock, end] as const] as const,
  );
}

/**
 * Copies the link and returns the text that it leads to, according to the polyfill of the
 * specification: headless browsers don't scroll to text fragments.
 */
async function textFoundBy(page: Page): Promise<string[]> {
  await page.locator('#passage').click();
  await expect.poll(() => page.locator('#passage').innerText()).toBe('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${page.url().replace(/#.*/, '')}#:~:text=`)).toBe(true);
  await page.addScriptTag({ type: 'module', content: finder });
  // No event tells when an inline module has run.
  await page.waitForFunction('"findFragment" in window');
  return page.evaluate<string[]>(`findFragment(${JSON.stringify(new URL(link).hash)})`);
}

const finder = `${finderModule};
  window.findFragment = (hash) => {
    const { text } = parseFragmentDirectives(getFragmentDirectives(hash));
    return text.flatMap((fragment) => processTextFragmentDirective(fragment)).map(String);
  };`;

async function openWithClipboard(
  site: 'fixtureSite' | 'providedSite',
  path: string,
): Promise<Page> {
  const page = await reader.open(site, path, {
    bypassCSP: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  expect(await page.locator('#passage').isVisible()).toBe(false);
  return page;
}

test.each([
  ['a few words', ['article > p', 'several lines'], ['article > p', 'lines'], 'several lines'],
  [
    'half a word at either end',
    ['article > p', 'veral li'],
    ['article > p', 'on any scr'],
    'several lines on any screen',
  ],
  [
    'a long passage',
    ['article > p', 'The first part'],
    ['article > p', 'enough to carry them'],
    /^The first part of a long.+high enough to carry them$/s,
  ],
  [
    'words of two paragraphs',
    ['article > p', 'high enough'],
    ['article > p:nth-of-type(2)', 'The second paragraph'],
    /^high enough to carry them\.\s+The second paragraph$/,
  ],
  [
    'the whole head of the article',
    ['h1', 'The Long Read'],
    ['.standfirst', 'and a list.'],
    /^The Long Read, .+ and a list\.$/s,
  ],
  [
    'a hyphen and a comma',
    ['.standfirst', 'quotations and'],
    ['.standfirst', 'a list'],
    'quotations and a list',
  ],
  [
    'words in emphasis',
    ['article > p:last-of-type', 'says'],
    ['article > p:last-of-type em', 'nothing'],
    'says nothing',
  ],
] as const)('a link to %s leads to exactly that', async (_title, from, to, words) => {
  const page = await openWithClipboard('fixtureSite', LONG_READ);
  await select(page, from, to);
  const found = await textFoundBy(page);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(typeof words === 'string' ? new RegExp(`^${words}$`) : words);
  await page.context().close();
});

test('a link to words that occur twice contains their context', async () => {
  const page = await openWithClipboard('fixtureSite', LONG_READ);
  await select(
    page,
    ['article > p:nth-of-type(2)', 'same words occur twice'],
    ['article > p:nth-of-type(2)', 'same words occur twice'],
  );
  await page.locator('#passage').click();
  await expect.poll(() => page.locator('#passage').innerText()).toBe('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(new URL(link).hash)).toMatch(/more: the-,same words occur twice$/);
  await page.context().close();
});

test('a link to words between which a comment was removed has one space there', async () => {
  const page = await openWithClipboard('fixtureSite', LONG_READ);
  // As `port <!-- Which one? --> and` is on the page.
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('article > p');
    first?.replaceChildren('A port  and a quay.');
    second?.replaceChildren('At night,  all  is quiet in the port  and a boat leaves.');
  });
  const place = 'article > p:nth-of-type(2)';
  await select(page, [place, 'port  and a'], [place, 'port  and a']);
  const [found] = await textFoundBy(page);
  expect(found?.replaceAll(/\s+/g, ' ')).toBe('port and a');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(new URL(link).hash)).toMatch(
    /=At night, all is quiet in the-,port and a$/,
  );
  await page.context().close();
});

test('a link to a paragraph selected by a triple click ends with the paragraph', async () => {
  const page = await openWithClipboard('providedSite', providedArticle());
  await page.locator('article > p').nth(1).click({ clickCount: 3 });
  const [found = ''] = await textFoundBy(page);
  expect(found).toMatch(/^“Today, .+ in the Middle East\.”$/);
  await page.context().close();
});

test('a link to Chinese text is extended to whole words', async () => {
  const page = await openWithClipboard('fixtureSite', 'articles/港口的清晨.html');
  await select(page, ['article > p', '口在清'], ['article > p', '渔']);
  await page.locator('#passage').click();
  await expect.poll(() => page.locator('#passage').innerText()).toBe('链接已复制');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(new URL(link).hash)).toBe('#:~:text=港口在清晨醒来，渔船');
  await page.context().close();
});

test('there is no button for text selected outside the article', async () => {
  const page = await openWithClipboard('fixtureSite', LONG_READ);
  await select(page, ['.reading-bar', 'Reading'], ['.reading-bar', 'time']);
  expect(await page.locator('#passage').isVisible()).toBe(false);
  await page.context().close();
});

// In these texts, the ends of what the reader selects are inside of what Unicode calls a word.
test.each([
  [
    'before a narrow no-break space',
    'C’est bien, n’est-ce pas\u202F? Oui.',
    'n’est-ce pas',
    'n’est-ce pas\u202F?',
  ],
  [
    'after a narrow no-break space',
    'Il dit «\u202Foui\u202F» et part.',
    'oui',
    '«\u202Foui\u202F»',
  ],
  [
    'before the call of a note',
    'Elle lance un appel<sup><a href="#fn-1">1</a></sup> au calme.',
    'un appel',
    'un appel1',
  ],
  ['before emphasis within a word', 'Elle voit un re<em>tour</em> au calme.', 'un re', 'un retour'],
])('a link to words %s leads to them', async (_title, html, words, expected) => {
  const page = await openWithClipboard('fixtureSite', LONG_READ);
  await page.evaluate((text) => {
    const paragraph = document.querySelector('article > p');
    if (paragraph) paragraph.innerHTML = text;
  }, html);
  await select(page, ['article > p', words], ['article > p', words]);
  expect(await textFoundBy(page)).toEqual([expected]);
  await page.context().close();
});

test('without a clipboard, as on plain HTTP, there is no button', async () => {
  const context = await reader.browser().newContext();
  await context.addInitScript(() => {
    delete (Navigator.prototype as { clipboard?: Clipboard }).clipboard;
  });
  const page = await context.newPage();
  await page.goto(reader.address('fixtureSite', LONG_READ));
  await select(page, ['article > p', 'several'], ['article > p', 'lines']);
  expect(await page.locator('#passage').isVisible()).toBe(false);
  await context.close();
});

test.each([320, 1280])(
  'at %i pixels, the button is below the selection, in the window',
  async (width) => {
    const page = await reader.open('fixtureSite', LONG_READ, {
      viewport: { width, height: 700 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('article > p').nth(1).scrollIntoViewIfNeeded();
    await select(
      page,
      ['article > p:nth-of-type(2)', 'paragraph'],
      ['article > p:nth-of-type(2)', 'follows'],
    );
    const button = await page.locator('#passage').boundingBox();
    const selected = await page.evaluate(() => {
      const { left, bottom } =
        getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      return { left, bottom };
    });
    if (!button) throw new Error('There is no button.');
    expect(button.y - selected.bottom).toBeGreaterThan(0);
    expect(button.y - selected.bottom).toBeLessThan(24);
    expect(button.x).toBeLessThanOrEqual(selected.left);
    expect(button.x + button.width).toBeLessThanOrEqual(width);
    await page.context().close();
  },
);

test.each([
  ['larger than the window', 0],
  ['that ends above the window', 5000],
])('the button for a selection %s is in the window', async (_, scrollTop) => {
  const [width, height] = [320, 240];
  const page = await reader.open('fixtureSite', LONG_READ, {
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.evaluate((y) => {
    scrollTo({ top: y, behavior: 'instant' });
  }, scrollTop);
  await select(
    page,
    ['article > p', 'The first part'],
    ['article > p:nth-of-type(2)', 'The second paragraph'],
  );
  const button = await page.locator('#passage').boundingBox();
  if (!button) throw new Error('There is no button.');
  expect(button.y).toBeGreaterThanOrEqual(0);
  expect(button.y + button.height).toBeLessThanOrEqual(height);
  expect(button.x).toBeGreaterThanOrEqual(0);
  expect(button.x + button.width).toBeLessThanOrEqual(width);
  await page.context().close();
});
