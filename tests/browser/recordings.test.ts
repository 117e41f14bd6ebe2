import { expect, inject, test } from 'vitest';
import { serveFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';

const INTERVIEW = 'articles/breakwater.html';
const FILM = `articles/${encodeURIComponent('ميناء')}.html`;

test('a recording and its captions are loaded when the reader starts it, and not before', async () => {
  const site = await serveFolder(inject('newsroomSite'));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const media = (): string[] => site.requests.filter((path) => /\.(?:wav|mp4|vtt)$/.test(path));
    for (const path of [INTERVIEW, FILM]) {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
    }
    expect(media()).toEqual([]);
    await page.goto(site.url + INTERVIEW);
    await page.locator('audio').evaluate((player: HTMLAudioElement) => player.play());
    expect(media()).toContain('/articles/interview.wav');
  } finally {
    await browser.close();
    await site.close();
  }
});

test('a recording plays from a folder', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`file://${inject('newsroomSite')}/${INTERVIEW}`);
    const seconds = await page.locator('audio').evaluate(async (player: HTMLAudioElement) => {
      await player.play();
      return player.duration;
    });
    expect(seconds).toBe(1);
  } finally {
    await browser.close();
  }
});
