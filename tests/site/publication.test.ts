import { globSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { PAGE_SIZE } from '../../src/article/paging.ts';
import { readPage, type ReadPage } from './read-page.ts';

const site = inject('generatedSite');
const ARTICLES = 150;

/** The front page and the pages that continue it. */
const listPages = [
  'index.html',
  ...Array.from({ length: ARTICLES / PAGE_SIZE - 1 }, (_, index) => `page/${index + 2}.html`),
];
const HEADLINES = '.article-list :is(h2, h3) a';
const listed = listPages.map((path) => readPage(site, path));

test('the front page and the pages that continue it list every article once', () => {
  const links = listed.map((page) =>
    page.values(HEADLINES, 'href').map((href) => href.replace('../', '')),
  );
  expect(links.map((ofPage) => ofPage.length)).toEqual(listPages.map(() => PAGE_SIZE));
  expect(links.flat().sort()).toEqual(globSync('articles/*.html', { cwd: site }).sort());
  expect(globSync('page/*.html', { cwd: site })).toHaveLength(listPages.length - 1);
});

test('the articles of the front page are the newest', () => {
  const times = (page: ReadPage): number[] =>
    page.values('.article-list time', 'dateTime').map((date) => Date.parse(date));
  const [front, ...older] = listed.map(times);
  expect(front).toHaveLength(PAGE_SIZE);
  expect(Math.min(...(front ?? []))).toBeGreaterThanOrEqual(Math.max(...older.flat()));
  // The lead story.
  expect(front?.[0]).toBe(Math.max(...(front ?? [])));
});

test('later pages are sorted from newest to oldest, then those without a date by headline', () => {
  const rows = listed.slice(1).flatMap((page) =>
    page.all('.article-list > li').map((_, index) => {
      const row = `.article-list > li:nth-child(${index + 1})`;
      return {
        headline: page.texts(`${row} h2`)[0] ?? '',
        date: page.values(`${row} time`, 'dateTime')[0],
      };
    }),
  );
  const dated = rows.filter(({ date }) => date !== undefined);
  expect(rows.slice(0, dated.length)).toEqual(dated);
  const times = dated.map(({ date }) => Date.parse(date ?? ''));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const undated = rows.slice(dated.length).map(({ headline }) => headline);
  expect(undated).toHaveLength(ARTICLES / 10);
  expect(undated).toEqual(undated.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('list items show the standfirst, date, topic and picture of articles that have them', () => {
  const counts = (selector: string): number =>
    listed.reduce((sum, page) => sum + page.all(`.article-list ${selector}`).length, 0);
  // See `articleText` in generate-publication.ts for which articles have them.
  expect(counts(':is(h2, h3) ~ p:not(.byline)')).toBe(ARTICLES - Math.ceil(ARTICLES / 3));
  expect(counts('time')).toBe(ARTICLES - ARTICLES / 10);
  const inSections = listed[0]?.all('section .article-list > li').length ?? 0;
  expect(counts('.byline a')).toBe(ARTICLES - Math.floor(ARTICLES / 8) - inSections);
  expect(counts('img')).toBe(ARTICLES / 5);
});

test('every topic is in the overview and has pages with its articles', () => {
  const overview = readPage(site, 'topics.html');
  const topics = overview.values('.overview a', 'href').map((href) => decodeURIComponent(href));
  const sizes = overview.texts('.overview span').map(Number);
  expect(topics.length).toBeGreaterThan(18);
  const counts = topics.map((path) => {
    const otherPages = globSync(path.replace('.html', '/*.html'), { cwd: site });
    return [path, ...otherPages].reduce(
      (sum, page) => sum + readPage(site, page).all('.article-list > li').length,
      0,
    );
  });
  expect(counts).toEqual(sizes);
  expect(sizes.reduce((a, b) => a + b)).toBe(ARTICLES - Math.floor(ARTICLES / 8));
});

test('the archive links to every article, by year and month', () => {
  const years = readPage(site, 'archive.html').values('main h2 a', 'href');
  expect(years).toEqual([
    'archive/2024.html',
    'archive/2023.html',
    'archive/2022.html',
    'archive/undated.html',
  ]);
  const articles = years.flatMap((year) => readPage(site, year).values('.headline-list a', 'href'));
  expect(new Set(articles).size).toBe(ARTICLES);
  expect(readPage(site, 'archive/2023.html').texts('h2')).toEqual(
    'December November October September August July June May April March February January'.split(
      ' ',
    ),
  );
});

test('previous and next links connect all articles, newest first', () => {
  const [front = [], ...later] = listed.map((page) =>
    page.values(HEADLINES, 'href').map((href) => href.replace(/.*\//, '')),
  );
  const first = front[0] ?? '';
  expect(readPage(site, `articles/${first}`).all('.neighbours [rel=prev]')).toEqual([]);
  const visited = [first];
  for (let next: string | undefined = first; next !== undefined;) {
    const page = readPage(site, `articles/${next}`);
    expect(page.values('.neighbours [rel=prev]', 'href')[0]).toBe(visited.at(-2));
    next = page.values('.neighbours [rel=next]', 'href')[0];
    if (next !== undefined) visited.push(next);
  }
  // The front page arranges its articles by topic.
  expect(visited.slice(0, PAGE_SIZE).sort()).toEqual(front.sort());
  expect(visited.slice(PAGE_SIZE)).toEqual(later.flat());
});

test('an article has up to three related articles, all with the same topic', () => {
  const pages = globSync('articles/*.html', { cwd: site }).map((path) => ({
    name: path.replace('articles/', ''),
    page: readPage(site, path),
  }));
  const topicOf = new Map(pages.map(({ name, page }) => [name, page.texts('article footer a')[0]]));
  const sizes = Map.groupBy(topicOf.values(), (topic) => topic);
  for (const { name, page } of pages) {
    const related = page.values('.related h3 a', 'href');
    const topic = topicOf.get(name);
    const others = topic === undefined ? 0 : (sizes.get(topic)?.length ?? 0) - 1;
    expect(related).toHaveLength(Math.min(3, others));
    expect(related).not.toContain(name);
    expect(related.map((other) => topicOf.get(other))).toEqual(related.map(() => topic));
  }
});

test('no file contains a draft', () => {
  const fixture = inject('fixtureSite');
  const pages = globSync('**/*.{html,xml,json,md,txt}', { cwd: fixture });
  expect(pages).toContain('index.html');
  for (const page of pages) {
    expect(page).not.toContain('not-yet');
    expect(readPage(fixture, page).texts('html').join()).not.toContain('Not yet to be seen');
  }
});

test('the front page of one article shows it, and links to the archive and the search', () => {
  const page = readPage(inject('providedSite'), 'index.html');
  expect(page.all('.article-list > li')).toHaveLength(1);
  expect(page.all('.page-links, .topic-bar')).toEqual([]);
  expect(page.texts('.site-footer a')).toEqual(['Archive', 'Search']);
});
