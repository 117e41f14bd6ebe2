import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
  POSITIONS_IN_TURN,
  TURNS,
} from '../hostile/positions.ts';
import { unprotectedPage } from '../hostile/unprotected-page.ts';
import {
  vectorArticles,
  withTopic,
  withTopics,
  type VectorArticle,
} from '../hostile/vector-article.ts';
import { readVectors } from '../hostile/vectors.ts';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import { launchBrowser } from './launch-browser.ts';
import {
  answerForOthers,
  LEFT,
  openInFrames,
  watchFrames,
  type Expectation,
  type FrameReport,
} from './vector-frames.ts';

/** Naughty strings attack other things than pages: `tests/unit/hostile/` puts them everywhere. */
const vectors = readVectors().filter(({ id }) => !id.startsWith('naughty-strings'));

/** A page takes its time however little is on it: so each holds several, each in places of its own. */
const VECTORS_AN_ARTICLE = 5;

function groupsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  const groups = Map.groupBy(items.entries(), ([index]) => Math.floor(index / size));
  return [...groups.values()].map((group) => group.map(([, item]) => item));
}

/** Of the vectors on pages without protection: those that do something, and those that are noticed. */
const LEAST_THAT_RUN = 0.35;
const LEAST_THAT_SHOW = 0.75;

/** How many a security engineer would want to see, at least. */
const ENOUGH_VECTORS = 1500;

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

const FRAMES_AT_ONCE = 80;
const SLOWEST_MACHINE_MS = 300_000;

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
  context.setDefaultTimeout(SLOWEST_MACHINE_MS);
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

/** The page of search puts the focus into its field; its frame is not the only one with a field. */
const OWN_FOCUS =
  'Autofocus processing was blocked because a document already has a focused element.';

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
  page.on('console', (message) => {
    if (message.text() !== OWN_FOCUS) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) complaints.push(`navigation: ${frame.url()}`);
  });
  return page;
}

/**
 * Articles with all that one can have, related by their topics, and nothing that anybody would mind:
 * one for each turn, so that one has headings enough for a table of contents.
 */
const harmless = Array.from({ length: TURNS }, (_, turn) =>
  Array.from({ length: VECTORS_AN_ARTICLE }, (_, n) => ({
    id: `harmless-${turn + TURNS * n}`,
    text: `A harmless word ${n}`,
  })),
)
  .flatMap(vectorArticles)
  .map((article) => withTopic(article, 'Harmless'));

describe.concurrent('vectors in a real browser', () => {
  test('published vectors do nothing, in any position of an article', async () => {
    const articles = withTopics(groupsOf(VECTORS_AN_ARTICLE, vectors).flatMap(vectorArticles));
    await project.write('content/articles/dot.gif', await paint('gif', 8, 8));
    for (const { id, markdown } of [...harmless, ...articles]) {
      await project.write(`content/articles/${id}.md`, markdown);
    }
    const elsewhere = await serveFolder(project.folder);
    const remote = `${elsewhere.url}remote.png`;
    await project.write(
      'content/articles/remote.md',
      `---\nheadline: Remote\n---\n![words](${remote})\n`,
    );
    const { exitCode, stdout, stderr } = await project.build();
    expect(exitCode, stdout + stderr).toBe(0);
    // A picture elsewhere stays a link: nobody was asked for it.
    const linking = await readFile(join(project.folder, 'dist/articles/remote.html'), 'utf8');
    expect(linking).toContain(`href="${remote}"`);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();

    const pages: Expectation[] = [...harmless, ...articles].map(({ id, marks, headline }) => ({
      path: `articles/${id}.html`,
      marks,
      headline,
    }));
    const folder = join(project.folder, 'dist');
    const opened = new Set(pages.map(({ path }) => path));
    const lists = globSync('**/*.html', { cwd: folder }).filter((path) => !opened.has(path));
    const expectations = [...pages, ...lists.map((path) => ({ path, marks: [], lists: true }))];
    const { reports, asked, complaints } = await openAll(folder, expectations, { settleMs: 100 });
    expect(complaints).toEqual([]);
    expect(asked).toEqual([]);
    const eventful = reports.filter(({ events, faults }) => events.length + faults.length > 0);
    expect(eventful.map(({ path, events, faults }) => ({ path, events, faults }))).toEqual([]);
    // Around the article, there is no element and no attribute that a harmless article would not have.
    const known = new Set(reports.slice(0, harmless.length).flatMap(({ around }) => around));
    const strange = reports.flatMap(({ path, around }) =>
      around.filter((kind) => !known.has(kind)).map((kind) => [path, kind]),
    );
    expect(strange).toEqual([]);

    const sum = (count: (article: VectorArticle) => number): string =>
      articles.reduce((total, article) => total + count(article), 0).toLocaleString('en');
    expect(articles.flatMap((article) => article.vectors)).toEqual(vectors);
    expect(vectors.length).toBeGreaterThanOrEqual(ENOUGH_VECTORS);
    console.log(
      `Vectors: ${vectors.length.toLocaleString('en')}, each in ${Object.keys(BODY_POSITIONS).length} positions of a body and ` +
        `${FRONT_MATTER_POSITIONS.length} of front matter, by turns in ${Object.keys(POSITIONS_IN_TURN).length} more of a body: ` +
        `${sum(({ places }) => places)} places in ${articles.length} articles and on ${lists.length} pages that list them; ` +
        `refused with an error in ${sum(({ refusals }) => refusals)}. Faults: 0.`,
    );
  }, 600_000);

  test('the same vectors do fire on pages that trust their articles', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-unprotected-'));
    for (const { id, text } of vectors) {
      await writeFile(join(folder, `${id}.html`), unprotectedPage(text));
    }
    const expectations = vectors.map(({ id }) => ({ path: `${id}.html`, marks: [] }));
    const { reports, asked } = await openAll(folder, expectations, {
      settleMs: 250,
      // Without leave to lead the whole page away: the others in the same batch would go with it.
      sandbox: 'allow-scripts allow-same-origin allow-forms',
    });
    const ran = reports.filter(
      ({ path, events, faults }) =>
        events.length > 0 ||
        faults.includes(LEFT) ||
        asked.some((request) => request.endsWith(`(${path})`)),
    );
    const seen = reports.filter((report) => ran.includes(report) || report.faults.length > 0);
    console.log(
      `Vectors on pages without protection: of ${reports.length}, ${ran.length} run, load or lead away, ` +
        `and ${seen.length - ran.length} more leave what has no place in an article.`,
    );
    // The others are for browsers of the past, or half of a vector that needs its other half.
    expect(ran.length / reports.length).toBeGreaterThan(LEAST_THAT_RUN);
    expect(seen.length / reports.length).toBeGreaterThan(LEAST_THAT_SHOW);
    await rm(folder, { recursive: true, force: true });
  }, 600_000);
});
