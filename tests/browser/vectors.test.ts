import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEARCH_PAGE } from '../../src/article/address.ts';
import {
  BODY_POSITIONS,
  FRONT_MATTER_POSITIONS,
  ROTATING_POSITIONS,
  ROTATION,
} from '../hostile/positions.ts';
import {
  vectorArticles,
  withName,
  withNames,
  type VectorArticle,
} from '../hostile/vector-article.ts';
import { readPageVectors } from '../hostile/vectors.ts';
import { paint } from '../paint.ts';
import { silence } from '../recordings.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { serveFolder } from '../serve-folder.ts';
import { noteTried } from '../tried.ts';
import { launchBrowser } from './launch-browser.ts';
import { openVectorPages } from './open-vector-pages.ts';
import { searchFor } from './search-vectors.ts';
import { collectForeignRequests, collectProblems } from './watch-context.ts';

const vectors = readPageVectors();

/** Fails if vectors get lost on the way from the fixtures to the pages. */
const LEAST_VECTORS = 1500;

/** Articles with every feature and without attacks, so that their pages show what is normal. */
const harmless = [
  ...Array.from({ length: 2 * ROTATION }, (_, n) => `A harmless word ${n}`),
  // Enough headings for a table of contents.
  '## A heading\n\n## Another\n\n## A third',
].flatMap((text, n) =>
  vectorArticles([{ id: `harmless-${n}`, text }]).map((article) =>
    withName(article, { topics: 'Harmless', byline: 'Nobody' }),
  ),
);

const articles = withNames(vectorArticles(vectors));

let browser: Browser;
let project: ScratchProject;

beforeAll(async () => {
  browser = await launchBrowser();
  project = await scratchProject();
  await project.write('content/articles/dot.gif', await paint('gif', 8, 8));
  await project.write('content/articles/tone.wav', silence());
  // A vector links to `/share`. Links to pages that don't exist would fail the build.
  await project.write('public/share', '');
  for (const { id, markdown } of [...harmless, ...articles]) {
    await project.write(`content/articles/${id}.md`, markdown);
  }
}, 300_000);

afterAll(async () => {
  await browser.close();
  await project.remove();
});

test('a build with vectors succeeds, and requests no remote picture', async () => {
  const elsewhere = await serveFolder(project.folder);
  const remote = `${elsewhere.url}remote.png`;
  const markdown = `---\nheadline: Remote\n---\n![words](${remote})\n`;
  await project.write('content/articles/remote.md', markdown);
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stdout + stderr).toBe(0);
  const page = await readFile(join(project.folder, 'dist/articles/remote.html'), 'utf8');
  expect(page).toContain(`href="${remote}"`);
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
}, 1_200_000);

test('published vectors do nothing, in any position of an article', async () => {
  const pages = [...harmless, ...articles].map(({ id, marks, headline }) => {
    return { path: `articles/${id}.html`, marks, headline };
  });
  const folder = join(project.folder, 'dist');
  // The search page takes the focus, and has a test of its own.
  const others = new Set([...pages.map(({ path }) => path), SEARCH_PAGE]);
  const lists = globSync('**/*.html', { cwd: folder }).filter((path) => !others.has(path));
  const { reports, foreignRequests, problems } = await openVectorPages(browser, folder, [
    ...pages,
    ...lists.map((path) => ({ path, marks: [], lists: true })),
  ]);
  expect(problems).toEqual([]);
  expect(foreignRequests).toEqual([]);
  const eventful = reports.filter(({ events, faults }) => events.length + faults.length > 0);
  expect(eventful.map(({ path, events, faults }) => ({ path, events, faults }))).toEqual([]);
  // Around the article, every page has only elements and attributes that a harmless article has.
  const normal = new Set(
    reports.flatMap(({ path, around }) => (path.startsWith('articles/harmless-') ? around : [])),
  );
  const foreign = reports.flatMap(({ path, around }) =>
    around.filter((kind) => !normal.has(kind)).map((kind) => [path, kind]),
  );
  expect(foreign).toEqual([]);
  expect(reports).toHaveLength(pages.length + lists.length);
  const published = articles.flatMap((article) => article.vectors);
  expect(published.length).toBeGreaterThanOrEqual(LEAST_VECTORS);

  noteTried({ vectors: published.length });
  const format = (number: number): string => number.toLocaleString('en');
  const sum = (count: (article: VectorArticle) => number): string =>
    format(articles.reduce((total, article) => total + count(article), 0));
  // A vector is also a block of its own.
  const inBody =
    1 + Object.keys(BODY_POSITIONS).length + Object.keys(ROTATING_POSITIONS).length / ROTATION;
  console.log(
    `${format(published.length)} vectors in ${format(articles.length)} articles, each in ` +
      `${inBody} positions of a body and ${FRONT_MATTER_POSITIONS.length} of front matter: ` +
      `${sum(({ places }) => places)} published, ${sum(({ refusals }) => refusals)} refused with ` +
      `an error. ${lists.length} pages list them.`,
  );
}, 1_200_000);

test('the search page shows vectors as text, as results and as queries', async () => {
  const site = await serveFolder(join(project.folder, 'dist'));
  const context = await browser.newContext();
  const foreignRequests = collectForeignRequests(context, new URL(site.url).origin);
  const page = await context.newPage();
  const problems: string[] = [];
  await page.goto(`${site.url}${SEARCH_PAGE}?q=mark`);
  collectProblems(page, problems);
  // Every article contains this word, so all headlines and texts are among the results.
  const [all] = await searchFor(page, ['mark']);
  expect(all?.faults).toEqual([]);
  const oneSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const shown = all?.results.map(({ href, title }) => [href, oneSpace(title)]);
  const written = [...harmless, ...articles].map(({ id, headline }) => [
    `articles/${id}.html`,
    oneSpace(headline),
  ]);
  expect(shown?.toSorted()).toEqual(written.toSorted());

  // A query is shown in two places, as text alone: some of the vectors are enough.
  const queries = vectors
    .filter((_, n) => n % 24 === 0)
    .map(({ text }) => oneSpace(text))
    .filter((text) => text !== '');
  const answers = await searchFor(page, queries);
  expect(answers.flatMap(({ faults }) => faults)).toEqual([]);
  const found = answers.filter(({ results }) => results.length > 0);
  expect(found.length).toBeGreaterThan(queries.length / 2);
  // A query in the address of the page.
  for (const query of queries.filter((_, n) => n % 10 === 0)) {
    await page.goto(`${site.url}${SEARCH_PAGE}?q=${encodeURIComponent(query)}`);
    const [answer] = await searchFor(page, [query]);
    expect(answer?.faults).toEqual([]);
  }
  const unexpected = problems.filter((text) => !text.startsWith(`navigation: ${site.url}`));
  expect([...unexpected, ...foreignRequests]).toEqual([]);
  await context.close();
  await site.close();
  console.log(
    `The search page shows ${all?.results.length.toLocaleString('en')} vectors as results, and ` +
      `finds ${found.length.toLocaleString('en')} of ${queries.length.toLocaleString('en')} queries.`,
  );
}, 1_200_000);
