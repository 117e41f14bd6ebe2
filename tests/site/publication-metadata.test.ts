import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { FORBIDDEN_IN_XML } from '../generate-publication.ts';
import { faultsOfSitemap, faultsOfXml } from '../validate-xml.ts';
import { readArticle } from './read-article.ts';
import { readPage } from './read-page.ts';

const site = inject('generatedSite');
const url = 'https://gazette.example/deep/path/';

function read(path: string): string {
  return readFileSync(`${site}/${path}`, 'utf8');
}

/** Returns the file of the site for an absolute URL. */
function fileOf(absolute: string): string {
  expect(absolute.startsWith(url)).toBe(true);
  const path = decodeURI(absolute.slice(url.length));
  return path === '' ? 'index.html' : path;
}

const feeds = globSync('**/*.{atom,rss}.xml', { cwd: site }).concat('atom.xml', 'rss.xml');

describe('feeds', () => {
  test('are well-formed XML', async () => {
    expect(feeds.length).toBeGreaterThan(40);
    expect(await faultsOfXml(...feeds.map(read))).toEqual([]);
  });

  test.each(feeds)('%s can be parsed, and lists articles of the site', (path) => {
    const feed = parseFeed(read(path));
    expect(feed.items.length).toBeGreaterThan(0);
    for (const item of feed.items) {
      expect(existsSync(`${site}/${fileOf(item.url ?? '')}`)).toBe(true);
      expect(item.content).toContain('<p>');
    }
  });

  test('contain the same 50 newest articles in all formats', () => {
    // The JSON Feed format requires these properties.
    const json = JSON.parse(read('feed.json')) as { items: { url: string }[] };
    const urls = json.items.map((item) => item.url);
    expect(urls).toHaveLength(50);
    expect(parseFeed(read('rss.xml')).items.map((item) => item.url)).toEqual(urls);
    expect(parseFeed(read('atom.xml')).items.map((item) => item.url)).toEqual(urls);
    const front = readPage(site, 'index.html').values('.article-list :is(h2, h3) a', 'href');
    expect(urls.map(fileOf).slice(0, front.length).sort()).toEqual(front.sort());
  });

  test('contain the full text of articles, with absolute URLs', () => {
    for (const { url: articleUrl, content } of parseFeed(read('rss.xml')).items) {
      const page = readPage(site, fileOf(articleUrl ?? ''));
      const withoutSpaces = (text: string): string => text.replaceAll(/\s+/g, '');
      for (const paragraph of page.texts('main > article > p')) {
        expect(withoutSpaces(content ?? '')).toContain(withoutSpaces(paragraph).slice(0, 40));
      }
      for (const [, value] of (content ?? '').matchAll(/(?:href|src)="([^"]*)"/g)) {
        expect(existsSync(`${site}/${fileOf(value ?? '')}`)).toBe(true);
      }
    }
  });

  test('do not contain characters that XML forbids, but pages do', () => {
    const forbidden = new RegExp(`[${FORBIDDEN_IN_XML}]`);
    expect(read('articles/article-049.html')).toMatch(forbidden);
    for (const path of feeds) expect(read(path)).not.toMatch(forbidden);
  });

  test.each(['index.html', 'articles/article-001.html', 'topics/weather.html'])(
    'are linked from %s',
    (path) => {
      const hrefs = readPage(site, path).values('head link[rel=alternate][title]', 'href');
      const up = path.includes('/') ? '../' : '';
      expect(hrefs).toEqual(
        expect.arrayContaining(['atom.xml', 'rss.xml', 'feed.json'].map((name) => up + name)),
      );
      if (path.startsWith('topics')) expect(hrefs[0]).toBe('weather.atom.xml');
      for (const href of hrefs)
        expect(existsSync(new URL(href, `file://${site}/${path}`))).toBe(true);
    },
  );
});

const ASSET_URL: unknown = expect.stringMatching(`^${url}assets/`);
const AUTHOR_URL: unknown = expect.stringMatching(`^${url}authors/[^/]+\\.html$`);
const INTEGER: unknown = expect.stringMatching(/^\d+$/);

describe('structured data', () => {
  const articles = globSync('articles/*.html', { cwd: site });

  test.each(articles)('%s has the properties of the article and no others', (path) => {
    const data = structuredData(path);
    expect(googleErrors(data)).toEqual([]);
    const source = `${site}/../content/${path.replace('.html', '/index.md')}`;
    const { article } = readArticle(source);
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: article.headline,
      ...(article.standfirst && { description: article.standfirst }),
      inLanguage: article.language,
      url: url + path,
      mainEntityOfPage: url + path,
      ...(article.image && {
        image: {
          '@type': 'ImageObject',
          url: ASSET_URL,
          width: INTEGER,
          height: INTEGER,
          caption: article.image.caption,
        },
      }),
      ...(article.byline && {
        author: article.byline.map((name) => ({ '@type': 'Person', name, url: AUTHOR_URL })),
      }),
      ...(article.published && { datePublished: article.published }),
      ...(article.updated && { dateModified: article.updated }),
      ...(article.topics && { keywords: article.topics }),
      publisher: {
        '@type': 'Organization',
        name: 'The Harbour Gazette & <Sons>',
        url: 'https://gazette.example/deep/path',
      },
    });
  });

  test('has no URL, date, author or picture that nobody supplied', () => {
    const folder = inject('providedSite');
    const [path = ''] = globSync('articles/*.html', { cwd: folder });
    const data = structuredData(path, folder);
    expect(Object.keys(data)).toEqual([
      '@context',
      '@type',
      'headline',
      'description',
      'inLanguage',
      'publisher',
    ]);
  });
});

function structuredData(path: string, folder = site): Record<string, unknown> {
  const scripts = readPage(folder, path).texts('script[type="application/ld+json"]');
  expect(scripts).toHaveLength(1);
  // JSON-LD is an object.
  return JSON.parse(scripts[0] ?? '') as Record<string, unknown>;
}

/**
 * Returns errors in the properties that Google recommends. None of them is required
 * (https://developers.google.com/search/docs/appearance/structured-data/article).
 */
function googleErrors(data: Record<string, unknown>): string[] {
  const date = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/;
  const isAuthor = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    value.name !== '' &&
    '@type' in value &&
    /^(?:Person|Organization)$/.test(String(value['@type']));
  const checks: Record<string, (value: unknown) => boolean> = {
    '@type': (value) => ['Article', 'NewsArticle', 'BlogPosting'].includes(String(value)),
    headline: (value) => typeof value === 'string' && value !== '',
    author: (value) => [value].flat().every(isAuthor),
    datePublished: (value) => date.test(String(value)),
    dateModified: (value) => date.test(String(value)),
    image: (value) =>
      typeof value === 'object' &&
      value !== null &&
      'url' in value &&
      URL.canParse(String(value.url)),
  };
  return Object.entries(checks).flatMap(([name, isValid]) =>
    name in data && !isValid(data[name]) ? [`${name}: ${JSON.stringify(data[name])}`] : [],
  );
}

describe('sitemaps', () => {
  test('sitemap.xml is valid and lists the canonical URLs of pages', async () => {
    const xml = read('sitemap.xml');
    expect(await faultsOfSitemap(xml)).toEqual([]);
    const urls = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc ?? '');
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) {
      expect(readPage(site, fileOf(url)).values('link[rel=canonical]', 'href')).toEqual([url]);
    }
    const articles = globSync('articles/*.html', { cwd: site });
    expect(urls.map(fileOf)).toEqual(expect.arrayContaining(articles));
  });

  test('news-sitemap.xml is well-formed', async () => {
    expect(await faultsOfXml(read('news-sitemap.xml'))).toEqual([]);
  });
});

describe('social cards', () => {
  test('every page for search engines has a card image of the stated size', async () => {
    const pages = globSync('**/*.html', { cwd: site }).map((path) => readPage(site, path));
    const indexed = pages.filter((page) => page.all('link[rel=canonical]').length > 0);
    expect(indexed.length).toBeGreaterThan(180);
    const pictures = new Map(
      indexed.map((page) => {
        const content = (name: string): string =>
          page.values(`meta[property="og:image${name}"]`, 'content')[0] ?? '';
        return [
          fileOf(content('')),
          { width: Number(content(':width')), height: Number(content(':height')) },
        ];
      }),
    );
    expect([...pictures.keys()].filter((path) => path.startsWith('social/'))).toHaveLength(121);
    for (const [path, size] of pictures)
      expect(await sharp(`${site}/${path}`).metadata()).toMatchObject(size);
  });

  test('the card of an article shows its lead picture', () => {
    const page = readPage(site, 'articles/article-005.html');
    const content = (name: string): string[] => page.values(`meta[property="${name}"]`, 'content');
    expect(content('og:type')).toEqual(['article']);
    expect(content('og:url')).toEqual([`${url}articles/article-005.html`]);
    const card = fileOf(content('og:image')[0] ?? '');
    expect(card).toMatch(/^assets\//);
    expect(existsSync(`${site}/${card}`)).toBe(true);
    expect(page.values('meta[name="twitter:card"]', 'content')).toEqual(['summary_large_image']);
  });
});

describe('a publication without a url', () => {
  const folder = inject('fixtureSite');

  test('has no outputs with absolute URLs', () => {
    expect(globSync('{*,topics/*}.{xml,txt,json}', { cwd: folder })).toEqual([]);
    expect(existsSync(`${folder}/social`)).toBe(false);
    for (const path of globSync('**/*.html', { cwd: folder })) {
      const page = readPage(folder, path);
      expect(page.all('link[rel=canonical], meta[property], meta[name^=twitter]')).toEqual([]);
      expect(page.all('link[type*=atom], link[type*=rss], link[type*="feed+json"]')).toEqual([]);
    }
  });

  test('reports skipped outputs in its build', () => {
    expect(inject('fixtureSiteReport').trimEnd().split('\n').slice(1)).toEqual([
      'Without a "url" in content/publication.yaml, the site has no canonical addresses, social cards, feeds, sitemaps and robots.txt.',
    ]);
  });
});

test('a build with a url that has a path reports skipped outputs', () => {
  expect(inject('generatedSiteReport').trimEnd().split('\n').slice(1)).toEqual([
    'The Atom feeds leave out 15 articles without a date, which Atom demands.',
    'The site has no robots.txt, because crawlers read it only at the root of a host. Name the sitemap in https://gazette.example/robots.txt.',
  ]);
});
