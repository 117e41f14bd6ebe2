import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEARCH_PAGE } from '../../src/article/address.ts';
import {
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
  POSITIONS_IN_TURN,
  TURNS,
} from '../hostile/positions.ts';
import {
  vectorArticle,
  withTopic,
  withTopics,
  type VectorArticle,
} from '../hostile/vector-article.ts';
import { readPageVectors } from '../hostile/vectors.ts';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { serveFolder } from '../serve-folder.ts';
import { noteTried } from '../tried.ts';
import { launchBrowser } from './launch-browser.ts';
import { noteComplaints, openVectorPages } from './open-vector-pages.ts';
import { searchFor } from './search-vectors.ts';
import { listForeignRequests } from './vector-frames.ts';

const vectors = readPageVectors();

/** How many a security engineer would want to see, at least. */
const ENOUGH_VECTORS = 1500;

/** Articles with all that one can have, related by their topic, and nothing that anybody would mind. */
const harmless = [
  ...Array.from({ length: 2 * TURNS }, (_, n) => `A harmless word ${n}`),
  // Enough of them for a table of contents.
  '## A heading\n\n## Another\n\n## A third',
].map((text, n) => withTopic(vectorArticle({ id: `harmless-${n}`, text }), 'Harmless'));

/** Each vector has an article of its own, and so a page and a frame. */
const articles = withTopics(vectors.map(vectorArticle));

let browser: Browser;
let project: ScratchProject;

beforeAll(async () => {
  browser = await launchBrowser();
  project = await scratchProject();
  await project.write('content/articles/dot.gif', await paint('gif', 8, 8));
  for (const { id, markdown } of [...harmless, ...articles]) {
    await project.write(`content/articles/${id}.md`, markdown);
  }
}, 300_000);

afterAll(async () => {
  await browser.close();
  await project.remove();
});

test('a site of vectors is built, and a picture elsewhere is asked of nobody', async () => {
  const elsewhere = await serveFolder(project.folder);
  const remote = `${elsewhere.url}remote.png`;
  const markdown = `---\nheadline: Remote\n---\n![words](${remote})\n`;
  await project.write('content/articles/remote.md', markdown);
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stdout + stderr).toBe(0);
  const linking = await readFile(join(project.folder, 'dist/articles/remote.html'), 'utf8');
  expect(linking).toContain(`href="${remote}"`);
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
}, 1_200_000);

test('published vectors do nothing, in any position of an article', async () => {
  const pages = [...harmless, ...articles].map(({ id, marks, headline }) => {
    return { path: `articles/${id}.html`, marks, headline };
  });
  const folder = join(project.folder, 'dist');
  // The page of search takes the focus, and is searched by itself.
  const others = new Set([...pages.map(({ path }) => path), SEARCH_PAGE]);
  const lists = globSync('**/*.html', { cwd: folder }).filter((path) => !others.has(path));
  const { reports, asked, complaints } = await openVectorPages(
    browser,
    folder,
    [...pages, ...lists.map((path) => ({ path, marks: [], lists: true }))],
    { settleMs: 100 },
  );
  expect(complaints).toEqual([]);
  expect(asked).toEqual([]);
  const eventful = reports.filter(({ events, faults }) => events.length + faults.length > 0);
  expect(eventful.map(({ path, events, faults }) => ({ path, events, faults }))).toEqual([]);
  // Around the article, there is no element and no attribute that a harmless article would not have.
  const known = new Set(
    reports.flatMap(({ path, around }) => (path.startsWith('articles/harmless-') ? around : [])),
  );
  const strange = reports.flatMap(({ path, around }) =>
    around.filter((kind) => !known.has(kind)).map((kind) => [path, kind]),
  );
  expect(strange).toEqual([]);
  expect(reports).toHaveLength(pages.length + lists.length);
  expect(articles.length).toBeGreaterThanOrEqual(ENOUGH_VECTORS);

  noteTried({ vectors: articles.length });
  const sum = (count: (article: VectorArticle) => number): string =>
    articles.reduce((total, article) => total + count(article), 0).toLocaleString('en');
  console.log(
    `Vectors: ${articles.length.toLocaleString('en')}, each in a frame of its own and in ` +
      `${Object.keys(BODY_POSITIONS).length} positions of a body and ${FRONT_MATTER_POSITIONS.length} of front matter, ` +
      `by turns in ${Object.keys(POSITIONS_IN_TURN).length} more of a body (two of them each): ` +
      `${sum(({ places }) => places)} places, and ${lists.length} pages that list them; ` +
      `refused with an error in ${sum(({ refusals }) => refusals)}. Faults: 0.`,
  );
}, 1_200_000);

test('the search page shows vectors, and is asked for them, and nothing of them runs', async () => {
  const site = await serveFolder(join(project.folder, 'dist'));
  const context = await browser.newContext();
  const asked = listForeignRequests(context, new URL(site.url).origin);
  const page = await context.newPage();
  const complaints: string[] = [];
  await page.goto(`${site.url}${SEARCH_PAGE}?q=mark`);
  noteComplaints(page, complaints);
  // All articles hold this word: so all of their headlines and texts come onto the page.
  const [all] = await searchFor(page, ['mark']);
  expect(all?.faults).toEqual([]);
  const oneSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const shown = all?.results.map(({ href, title }) => [href, oneSpace(title)]);
  const written = [...harmless, ...articles].map(({ id, headline }) => [
    `articles/${id}.html`,
    oneSpace(headline),
  ]);
  expect(shown?.toSorted()).toEqual(written.toSorted());

  // What is asked comes onto the page as text alone, in two places: a part of the vectors will do.
  const questions = vectors
    .filter((_, n) => n % 12 === 0)
    .map(({ text }) => oneSpace(text))
    .filter((text) => text !== '');
  const answers = await searchFor(page, questions);
  expect(answers.flatMap(({ faults }) => faults)).toEqual([]);
  const found = answers.filter(({ results }) => results.length > 0);
  expect(found.length).toBeGreaterThan(questions.length / 2);
  // The address of the page leads to the same question.
  for (const [turn, question] of questions.entries()) {
    if (turn % 20 > 0) continue;
    await page.goto(`${site.url}${SEARCH_PAGE}?q=${encodeURIComponent(question)}`);
    const [answer] = await searchFor(page, [question]);
    expect(answer?.faults).toEqual([]);
  }
  const strange = complaints.filter((text) => !text.startsWith(`navigation: ${site.url}`));
  expect([...strange, ...asked]).toEqual([]);
  await context.close();
  await site.close();
  console.log(
    `Vectors on the search page: ${all?.results.length.toLocaleString('en')} shown as results, ` +
      `${questions.length.toLocaleString('en')} asked, ${found.length.toLocaleString('en')} of them found. Faults: 0.`,
  );
}, 1_200_000);
