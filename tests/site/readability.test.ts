import { existsSync, globSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { readArticle } from './read-article.ts';
import { readPage } from './read-page.ts';

/*
 * Articles as text extractors see them, for example the reader views of browsers.
 */

const SITES = [
  ['providedSite', 'content/articles'],
  ['fixtureSite', 'tests/fixtures/publication/articles'],
  ['newsroomSite', 'tests/fixtures/newsroom/articles'],
] as const;

/** The blocks of an article, and of what follows it. Each is words of its own. */
const BLOCKS =
  'main > article > :is(p, h2, h3, h4), main > article :is(li, figcaption > p), .kicker, .byline, .standfirst, .related h2, .related h3, .neighbours time, .neighbours a';

const headlines = 'main > article > header > h1';

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function momentOf(date: string | null | undefined): number | undefined {
  return date ? Date.parse(date) : undefined;
}

describe.each(SITES)('%s', (name, folder) => {
  const site = inject(name);
  // Not the pages that lead on to an article.
  const paths = globSync('articles/*.html', { cwd: site }).filter(
    (path) => !readFileSync(`${site}/${path}`, 'utf8').includes('http-equiv="refresh"'),
  );

  test.each(paths)('an extractor finds headline, byline, date and the whole text of %s', (path) => {
    const { document } = parseHTML(readFileSync(`${site}/${path}`, 'utf8'));
    const source = `${folder}/${path.slice('articles/'.length, -'.html'.length)}`;
    const { article } = readArticle(
      existsSync(`${source}.md`) ? `${source}.md` : `${source}/index.md`,
    );
    // Otherwise, it leaves out short articles.
    const found = new Readability(document, { charThreshold: 0 }).parse();
    expect(found?.title).toContain(article.headline);
    expect(found?.byline ?? '').toBe([article.byline ?? []].flat().join(', '));
    // The page shows the time in the time zone of the publication.
    expect(momentOf(found?.publishedTime)).toBe(momentOf(article.published));
    const extracted = wordsOf(found?.textContent ?? '');
    let position = 0;
    for (const word of readPage(site, path).texts('main > article > p').flatMap(wordsOf)) {
      const index = extracted.indexOf(word, position);
      expect(index, word).toBeGreaterThanOrEqual(0);
      position = index + 1;
    }
  });

  test.each(paths)('the blocks of %s are separated by white space in the source', (path) => {
    const page = readPage(site, path);
    const words = new Set(wordsOf(page.texts('main').join(' ')));
    const texts = [...page.texts(headlines), ...page.texts(BLOCKS)];
    expect(texts.flatMap(wordsOf).filter((word) => !words.has(word))).toEqual([]);
  });
});
