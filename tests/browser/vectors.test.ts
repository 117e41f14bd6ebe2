import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BODY_POSITIONS, FRONT_MATTER_POSITIONS } from '../hostile/positions.ts';
import { unprotectedPage } from '../hostile/unprotected-page.ts';
import { vectorArticle } from '../hostile/vector-article.ts';
import { readVectors } from '../hostile/vectors.ts';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import {
  answerForOthers,
  openInFrames,
  watchFrames,
  type Expectation,
  type FrameReport,
} from './vector-frames.ts';

const articles = readVectors().map(vectorArticle);

let browser: Browser;
let project: ScratchProject;

beforeAll(async () => {
  browser = await launchBrowser();
  project = await scratchProject();
});

afterAll(async () => {
  await browser.close();
  await project.remove();
});

interface Opening {
  readonly reports: readonly FrameReport[];
  /** What was asked of other hosts. */
  readonly asked: readonly string[];
  /** Dialogs, navigations of the whole page, messages on the console. */
  readonly complaints: readonly string[];
}

const FRAMES_AT_ONCE = 40;

/** Opens pages of a folder in frames of a page beside them. */
async function openAll(
  folder: string,
  expectations: readonly Expectation[],
  options: { readonly settleMs: number; readonly sandbox?: string },
): Promise<Opening> {
  await writeFile(
    join(folder, 'frames.html'),
    '<!doctype html><meta charset="utf-8"><title>F</title>',
  );
  const site = await serveFolder(folder);
  const context = await browser.newContext();
  await watchFrames(context);
  const asked = await answerForOthers(context, new URL(site.url).origin);
  const complaints: string[] = [];
  const reports: FrameReport[] = [];
  for (let from = 0; from < expectations.length; from += FRAMES_AT_ONCE) {
    const page = await openHost(context, site, complaints);
    const batch = expectations.slice(from, from + FRAMES_AT_ONCE);
    reports.push(...(await openInFrames(page, batch, options)));
    await page.close();
  }
  await context.close();
  await site.close();
  return { reports, asked, complaints };
}

async function openHost(
  context: BrowserContext,
  site: ServedFolder,
  complaints: string[],
): Promise<Page> {
  const page = await context.newPage();
  const host = `${site.url}frames.html`;
  await page.goto(host);
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) complaints.push(`navigation: ${frame.url()}`);
  });
  return page;
}

test('published vectors do nothing in any position of an article', async () => {
  await project.write('content/articles/dot.gif', await paint('gif', 8, 8));
  for (const { id, markdown } of articles) {
    await project.write(`content/articles/${id}.md`, markdown);
  }
  const t0 = performance.now();
  const { exitCode, stdout, stderr } = await project.build();
  console.log(`build ${(performance.now() - t0) / 1000}`);
  expect(exitCode, stdout + stderr).toBe(0);

  const expectations = articles.map(({ id, marks }) => ({ path: `articles/${id}.html`, marks }));
  const { reports, asked, complaints } = await openAll(join(project.folder, 'dist'), expectations, {
    settleMs: 100,
  });
  console.log(`open ${(performance.now() - t0) / 1000}`);
  expect(complaints).toEqual([]);
  expect(asked).toEqual([]);
  expect(
    reports.filter(({ events, faults }) => events.length + faults.length > 0).slice(0, 20),
  ).toEqual([]);
  const around = new Set(reports.flatMap((report) => report.around));
  console.log(around);
});

test('the same vectors do fire on pages that trust their articles', async () => {
  const t0 = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'offprint-unprotected-'));
  for (const { id, vector } of articles)
    await writeFile(join(folder, `${id}.html`), unprotectedPage(vector));
  const expectations = articles.map(({ id }) => ({ path: `${id}.html`, marks: [] }));
  const { reports, asked } = await openAll(folder, expectations, {
    settleMs: 300,
    sandbox: 'allow-scripts allow-same-origin allow-forms',
  });
  console.log(`control ${(performance.now() - t0) / 1000}`);
  const fired = reports.filter(
    ({ path, events, faults }) =>
      events.length > 0 ||
      faults[0] === 'the frame is not where it was' ||
      asked.some((a) => a.endsWith(`(${path})`)),
  );
  console.log(`${fired.length} of ${reports.length} fired`);
  await rm(folder, { recursive: true, force: true });
});
