import { readFile, rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { silence, STARTS } from '../recordings.ts';
import {
  runCommand,
  scratchProject,
  type RunningServer,
  type ScratchProject,
} from '../scratch-project.ts';
import { launchBrowser } from './launch-browser.ts';

/*
 * All tests of `npm run dev` use one server, so their order counts: the first sees it as it starts, and
 * the last starts it again.
 */

let browser: Browser;
let project: ScratchProject;
let server: RunningServer;

beforeAll(async () => {
  browser = await launchBrowser();
  project = await scratchProject();
  await project.write('content/articles/a.md', '---\nheadline: A\ntopics: T\n---\nThe body.\n');
  server = await project.start('dev');
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await project.remove();
});

test('opening the pages of the site prints no warnings', async () => {
  const page = await browser.newPage();
  for (const path of ['', 'archive.html', 'topics/t.html', 'search.html', 'articles/a.html']) {
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
  }
  expect(server.printed()).not.toMatch(/WARN|ERROR|\[404\]/);
});

test('the dev server updates the open page after an edit, also after an invalid article', async () => {
  const { article, page } = await openArticle('edited');

  await project.write(article, '---\nheadline: Edited\n---\nThe second state.\n');
  await page.getByText('The second state.').waitFor();

  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  await expect.poll(() => server.printed()).toContain('Did you mean "headline"?');
  await project.write(article, '---\nheadline: Edited\n---\nThe third state.\n');
  await page.getByText('The third state.').waitFor();

  await project.write(article, '---\nheadline: Another\n---\nThe third state.\n');
  await page.getByRole('heading', { name: 'Another' }).waitFor();
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Another' }).waitFor();
  await rm(`${project.folder}/content/articles/bad.md`);
});

test('a page that is loading while an article is edited shows the edit', async () => {
  const { article, page } = await openArticle('loading');

  const beforeEdit = await openUnconnected(page.url());
  await project.write(article, '---\nheadline: Changed\n---\nThe second state.\n');
  await page.getByText('The second state.').waitFor();
  // The store does not have the edit yet.
  const beforeStore = await openUnconnected(page.url());
  await page.getByRole('heading', { name: 'Changed' }).waitFor();
  for (const { slow, connect } of [beforeEdit, beforeStore]) {
    connect();
    await slow.getByRole('heading', { name: 'Changed' }).waitFor();
    await slow.getByText('The second state.').waitFor();
  }
});

/** Adds an article, and opens its page. */
async function openArticle(slug: string) {
  const article = `content/articles/${slug}.md`;
  await project.write(article, '---\nheadline: New\n---\nThe first state.\n');
  await expect.poll(() => statusOf(`articles/${slug}.html`)).toBe(200);
  const page = await browser.newPage();
  await page.goto(`${server.url}articles/${slug}.html`);
  await page.getByText('The first state.').waitFor();
  return { article, page };
}

async function statusOf(path: string): Promise<number> {
  const { status, body } = await fetch(server.url + path);
  await body?.cancel();
  return status;
}

/** Opens a page that does not connect to the server before `connect` is called. */
async function openUnconnected(url: string) {
  const slow = await browser.newPage();
  const asked = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<undefined>();
  await slow.route('**/@vite/client', async (route) => {
    asked.resolve(undefined);
    await answered.promise;
    await route.continue();
  });
  await slow.goto(url, { waitUntil: 'commit' });
  await asked.promise;
  return {
    slow,
    connect: () => {
      answered.resolve(undefined);
    },
  };
}

/** What the open page shows over itself, if anything. */
function overlayOf(page: Page) {
  return page.locator('vite-error-overlay');
}

test('open pages show what is wrong with the content until it is right', async () => {
  const picture = await paint('png', 40, 30);
  const links = '---\nheadline: Links\n---\nSee [the other](faulty.md). ';
  const lead = 'content/articles/faulty/b.png';
  const valid = '---\nheadline: Faulty\n---\nThe body.\n\n![The harbour](b.png)\n';
  await project.write('content/articles/links.md', links);
  await project.write('content/articles/faulty/index.md', valid);
  await project.write(lead, picture);
  await expect.poll(() => statusOf('articles/links.html')).toBe(200);
  const page = await browser.newPage();
  await page.goto(`${server.url}articles/links.html`);

  await project.write('content/articles/faulty/index.md', valid.replace('headline', 'headlin'));
  await overlayOf(page).getByText('Did you mean "headline"?').waitFor();
  const later = await browser.newPage();
  await later.goto(server.url);
  await overlayOf(later).getByText('Did you mean "headline"?').waitFor();

  // The link to the faulty article is not dead.
  await project.write('content/articles/links.md', `${links}Edited.`);
  await page.getByText('Edited.').waitFor();
  await project.write('content/articles/links.md', `${links}[Nothing](nothing.md).`);
  await overlayOf(page).getByText('nothing.md, which does not exist').waitFor();
  expect(await overlayOf(page).textContent()).not.toContain('faulty.md, which');
  await project.write('content/articles/links.md', links);
  await project.write('content/articles/faulty/index.md', valid);
  await overlayOf(page).waitFor({ state: 'detached' });
  await overlayOf(later).waitFor({ state: 'detached' });

  // Pages of the site are known without a build.
  await project.write('content/articles/links.md', `${links}[A](/archive.html), [B](/archiv.html)`);
  await overlayOf(page).getByText('leads to archiv.html, which is not in the site').waitFor();
  expect(await overlayOf(page).textContent()).not.toContain('archive.html, which');
  await project.write('content/articles/links.md', links);
  await overlayOf(page).waitFor({ state: 'detached' });

  // In a page of its own, because each edit reloads open pages twice, which would end this navigation.
  const article = await browser.newPage();
  await article.goto(`${server.url}articles/faulty.html`, { waitUntil: 'commit' });
  await article.getByRole('img', { name: 'The harbour' }).waitFor();
  await rm(`${project.folder}/${lead}`);
  await overlayOf(article)
    .getByText(/The picture \S+ does not exist\./)
    .waitFor();
  await project.write(lead, picture);
  await article.getByRole('img', { name: 'The harbour' }).waitFor();

  await project.write('content/publication.yaml', 'nam: Scratch\nlanguage: en\n');
  await overlayOf(article).getByText('Did you mean "name"?').waitFor();
  await project.write('content/publication.yaml', 'name: The Mended Post\nlanguage: en\n');
  await expect.poll(() => article.title()).toBe('Faulty · The Mended Post');
  await overlayOf(article).waitFor({ state: 'detached' });
  await project.write('content/articles/faulty/index.md', valid.replace('Faulty', 'Still watched'));
  await article.getByRole('heading', { name: 'Still watched' }).waitFor();

  expect(server.printed()).not.toMatch(/Stack trace|ImageNotFound|faulty\.md, which/);
});

test('the dev server serves the files that shown articles link to, and no others', async () => {
  const folder = 'content/articles/harbour';
  const future = `headline: B\npublished: ${new Date().getFullYear() + 1}-01-01`;
  await project.write(
    `${folder}/index.md`,
    '---\nheadline: A\n---\n[A](<R&D, Übersicht.csv>) [B](report.pdf)\n\n![Film](film.mp4)\n\n![Sound](ton.wav)\n',
  );
  await project.write(`${folder}/film.mp4`, STARTS.mp4);
  await project.write(`${folder}/film.vtt`, 'WEBVTT\n\n00:00.000 --> 00:01.000\nWaves\n');
  await project.write(`${folder}/ton.wav`, silence());
  await project.write('content/articles/later.md', `---\n${future}\n---\n[A](later.pdf)\n`);
  await project.write('content/articles/later.pdf', '%PDF-1.7 Later');
  await project.write(`${folder}/report.pdf`, '%PDF-1.7 First');
  await project.write(`${folder}/R&D, Übersicht.csv`, 'a,b');
  await project.write(`${folder}/notes.txt`, 'Private notes.');
  const read = async (path: string) => {
    const response = await fetch(server.url + path);
    const type = response.headers.get('Content-Type');
    return response.ok ? `${type ?? ''}: ${await response.text()}` : response.status;
  };

  await expect.poll(() => statusOf('articles/harbour.html')).toBe(200);
  const page = String(await read('articles/harbour.html'));
  const links = [...page.matchAll(/<a href="(harbour\/[^"]*\.(?:csv|pdf))"/g)].map(
    ([, href = '']) => href,
  );
  expect(await Promise.all(links.map((link) => read(`articles/${link}`)))).toEqual([
    'text/csv: a,b',
    'application/pdf: %PDF-1.7 First',
  ]);
  const players = [...page.matchAll(/<(?:audio|video|track)[^>]* src="([^"]*)"/g)];
  const media = players.map(([, src = '']) => fetch(`${server.url}articles/${src}`));
  const types = (await Promise.all(media)).map(({ headers }) => headers.get('Content-Type'));
  expect(types).toEqual(['video/mp4', 'text/vtt', 'audio/wav']);
  await project.write(`${folder}/report.pdf`, '%PDF-1.7 Second');
  expect(await read('articles/harbour/report.pdf')).toBe('application/pdf: %PDF-1.7 Second');
  expect(await read('articles/harbour/notes.txt')).toBe(404);
  // With a future date.
  expect(await read('articles/later.html')).toBe(404);
  expect(await read('articles/later.pdf')).toBe(404);
  expect(await read('')).not.toContain('later.html');
  expect(await read('articles/%.pdf')).toBeGreaterThanOrEqual(400);

  await project.write(`${folder}/index.md`, '---\nheadline: A\n---\n[A](notes.txt)\n');
  await expect.poll(() => read('articles/harbour/notes.txt')).toMatch(/^text\/plain.*: Private/);
  expect(await read('articles/harbour/report.pdf')).toBe(404);
});

test('npm start builds the site and serves it at the printed URL', async () => {
  const project = await scratchProject('content');
  const server = await project.start('start');
  expect(server.printed()).toContain('Built 1 article into dist/');
  const served = await fetch(server.url);
  expect(served.status).toBe(200);
  expect(await served.text()).toBe(await readFile(`${project.folder}/dist/index.html`, 'utf8'));
  await expectOneServer(project, server, 'start');
  await server.stop();
  const next = await project.start('start');
  await next.stop();
  await project.remove();
});

test('a second npm run dev names the server that runs', async () => {
  await expectOneServer(project, server, 'dev');
  await server.stop();
  server = await project.start('dev');
});

/** Expects that a second server of a project ends in a sentence that names the one that runs. */
async function expectOneServer(
  { folder }: ScratchProject,
  { url }: RunningServer,
  script: 'start' | 'dev',
): Promise<void> {
  const second = ['npm', 'run', '--silent', script] as const;
  const { exitCode, stderr } = await runCommand(second, folder);
  expect(exitCode).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^The port is taken: .* \(process \d+\)\. /);
  expect(lines[0]).toContain(url.replace(/\/$/, ''));
}
