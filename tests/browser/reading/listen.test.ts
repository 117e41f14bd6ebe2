import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LONG_READ, useReader } from './open-page.ts';

const reader = useReader();

interface Spoken {
  readonly text: string;
  readonly voice: string;
  readonly rate: number;
}

/**
 * Opens a page in a browser with these voices. Test machines have none, so this replaces
 * `speechSynthesis` by a silent one that the test controls.
 */
async function openWithVoices(
  path: string,
  voices: readonly {
    readonly name: string;
    readonly lang: string;
    readonly localService: boolean;
  }[],
): Promise<Page> {
  const context = await reader.browser().newContext();
  await context.addInitScript((available) => {
    class Utterance {
      voice: { name: string } | null = null;
      lang = '';
      rate = 1;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      onboundary: ((event: { charIndex: number }) => void) | null = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const spoken: object[] = [];
    let current: Utterance | undefined;
    const speech = Object.assign(new EventTarget(), {
      onvoiceschanged: null as (() => void) | null,
      getVoices: () => (document.readyState === 'complete' ? available : []),
      speak(utterance: Utterance) {
        current = utterance;
        spoken.push({
          text: utterance.text,
          voice: utterance.voice?.name,
          rate: Math.round(utterance.rate * 10) / 10,
        });
      },
      cancel() {
        // Some browsers fire this event for a cancelled utterance.
        const cancelled = current;
        current = undefined;
        cancelled?.onend?.();
      },
    });
    Object.defineProperties(window, {
      SpeechSynthesisUtterance: { value: Utterance },
      speechSynthesis: { value: speech },
      spoken: { value: spoken },
      end: { value: () => current?.onend?.() },
      fail: { value: () => current?.onerror?.() },
      reach: { value: (charIndex: number) => current?.onboundary?.({ charIndex }) },
      announceVoices: { value: () => speech.onvoiceschanged?.() },
    });
  }, voices);
  const page = await context.newPage();
  await page.goto(reader.address('fixtureSite', path));
  await page.evaluate('announceVoices()');
  return page;
}

async function spokenBy(page: Page): Promise<Spoken[]> {
  return page.evaluate<Spoken[]>('spoken');
}

const voice = { name: 'Ann', lang: 'en-US', localService: true };

test('without a voice, there is no button', async () => {
  const page = await reader.open('fixtureSite', LONG_READ);
  expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
  expect(await page.locator('#listen').isVisible()).toBe(false);
  await page.context().close();
});

test.each([
  ['of another language', { name: 'Anna', lang: 'de-DE', localService: true }],
  [
    'of a language with the same first letters',
    { name: 'Eni', lang: 'enm-GB', localService: true },
  ],
  ['that sends the text to a server', { ...voice, localService: false }],
])('a voice %s is not used', async (_title, other) => {
  const page = await openWithVoices(LONG_READ, [other]);
  expect(await page.locator('#listen').isVisible()).toBe(false);
  await page.context().close();
});

test.each([
  [LONG_READ, 'en_US'],
  ['articles/港口的清晨.html', 'zh-CN'],
  ['articles/persian.html', 'fa-IR'],
])('%s is read by the voice for %s', async (path, lang) => {
  const voices = ['de-DE', 'en-AU', 'en_US', 'zh-HK', 'zh-CN', 'fa-IR'].map((tag) => ({
    name: tag,
    lang: tag,
    localService: true,
  }));
  const page = await openWithVoices(path, voices);
  await page.locator('#listen').click();
  await expect.poll(async () => (await spokenBy(page))[0]?.voice).toBe(lang);
  await page.context().close();
});

test('the article is read block by block, with the current block marked and in view', async () => {
  const page = await openWithVoices(LONG_READ, [voice]);
  await page.locator('#listen').click();
  await expect.poll(async () => (await spokenBy(page)).length).toBe(1);
  const expected = await page.evaluate(() => document.querySelectorAll('[aria-current]').length);
  expect(expected).toBe(1);
  for (let step = 0; step < 12; step++) await page.evaluate('end()');
  const texts = (await spokenBy(page)).map(({ text }) => text);
  expect(texts.slice(0, 2)).toEqual([
    'The Long Read, With Parts Enough to Need a Table of Contents',
    'An article long enough for contents, with notes, a wide table, quotations and a list.',
  ]);
  // Without the number of its footnote.
  expect(texts.find((text) => text.startsWith('The first part'))).toContain(
    'of its own, and it is',
  );
  expect(texts).toContain('Year');
  await expect(page.locator('[aria-current]').boundingBox()).resolves.toMatchObject({
    y: expect.toSatisfy((y: number) => y > 0 && y < 720) as number,
  });
  await page.context().close();
});

test('reading pauses, resumes where it paused, changes speed, and ends on Escape', async () => {
  const page = await openWithVoices(LONG_READ, [voice]);
  await page.locator('#listen').focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await spokenBy(page)).length).toBe(1);
  // The player focuses its first button, which pauses.
  expect(await page.locator('#pause').evaluate((it) => it === document.activeElement)).toBe(true);
  await page.evaluate('reach(9)');
  await page.keyboard.press('Enter');
  expect(await page.locator('#pause').innerText()).toBe('Resume');
  await page.keyboard.press('Enter');
  expect(await page.locator('#pause').innerText()).toBe('Pause');
  await page.locator('#speed').press('ArrowRight');
  const spoken = await spokenBy(page);
  expect(spoken.map(({ text }) => text.slice(0, 9))).toEqual([
    'The Long ',
    'Read, Wit',
    'Read, Wit',
  ]);
  expect(spoken.map(({ rate }) => rate)).toEqual([1, 1, 1.1]);
  await page.keyboard.press('Escape');
  await page.locator('#player').waitFor({ state: 'hidden' });
  // The toggle event of a popover fires in a later task.
  await expect.poll(() => page.locator('[aria-current]').count()).toBe(0);
  await page.evaluate('end()');
  expect((await spokenBy(page)).length).toBe(3);
  // Again, from the start.
  await page.locator('#listen').click();
  await expect.poll(async () => (await spokenBy(page)).at(-1)?.text.slice(0, 9)).toBe('The Long ');
  await page.context().close();
});

test('the player closes at the end of the article', async () => {
  const page = await openWithVoices('articles/a-plain-article.html', [voice]);
  await page.locator('#listen').click();
  // Reading starts at the toggle event of the popover, in a later task.
  await expect.poll(async () => (await spokenBy(page)).length).toBe(1);
  await page.evaluate('end(); end()');
  await page.locator('#player').waitFor({ state: 'hidden' });
  expect((await spokenBy(page)).length).toBe(2);
  await page.context().close();
});

test('after an error, the player offers to resume', async () => {
  const page = await openWithVoices(LONG_READ, [voice]);
  await page.locator('#listen').click();
  await expect.poll(async () => (await spokenBy(page)).length).toBe(1);
  await page.evaluate('fail()');
  expect(await page.locator('#pause').innerText()).toBe('Resume');
  await page.locator('#pause').click();
  expect(await page.locator('#pause').innerText()).toBe('Pause');
  expect((await spokenBy(page)).length).toBe(2);
  await page.context().close();
});

test('the player says how far it is and its speed, and skips paragraphs', async () => {
  const page = await openWithVoices(LONG_READ, [voice]);
  await page.locator('#listen').click();
  const heard = page.locator('#heard');
  await expect.poll(() => heard.innerText()).toMatch(/^1 \/ \d+$/);
  await page.getByRole('button', { name: 'Next paragraph' }).click();
  expect(await heard.innerText()).toMatch(/^2 \/ /);
  for (let press = 0; press < 2; press++) {
    await page.getByRole('button', { name: 'Previous paragraph' }).click();
    expect(await heard.innerText()).toMatch(/^1 \/ /);
  }
  const texts = (await spokenBy(page)).map(({ text }) => text.slice(0, 8));
  expect(texts).toEqual(['The Long', 'An artic', 'The Long', 'The Long']);
  await page.locator('#speed').press('ArrowRight');
  expect(await page.locator('#player label').innerText()).toContain('1.1×');
  await page.context().close();
});
