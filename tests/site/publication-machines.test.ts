import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';
import { FORBIDDEN_IN_XML } from '../generate-publication.ts';
import { faultsOfSitemap, faultsOfXml } from '../validate-xml.ts';
import { readPage } from './read-page.ts';

const site = inject('generatedSite');
const url = 'https://gazette.example/deep/path/';

function read(path: string): string {
  return readFileSync(`${site}/${path}`, 'utf8');
}

/** The file of the site that an absolute address names. */
function fileOf(address: string): string {
  expect(address.startsWith(url)).toBe(true);
  const path = decodeURI(address.slice(url.length));
  return path === '' ? 'index.html' : path;
}

const feeds = globSync('**/*.{atom,rss}.xml', { cwd: site }).concat('atom.xml', 'rss.xml');

describe('feeds', () => {
  test('all are well-formed XML', async () => {
    expect(feeds.length).toBeGreaterThan(40);
    expect(await faultsOfXml(...feeds.map(read))).toEqual([]);
  });

  test.each(feeds)(
    '%s is read by a parser that is not its maker, with articles of the site',
    (path) => {
      const feed = parseFeed(read(path));
      expect(feed.items.length).toBeGreaterThan(0);
      for (const item of feed.items) {
        expect(existsSync(`${site}/${fileOf(item.url ?? '')}`)).toBe(true);
        expect(item.content).toContain('<p>');
      }
    },
  );

  test('the three formats carry the same 50 newest articles', () => {
    const json = JSON.parse(read('feed.json')) as { items: { url: string }[] };
    const urls = json.items.map((item) => item.url);
    expect(urls).toHaveLength(50);
    expect(parseFeed(read('rss.xml')).items.map((item) => item.url)).toEqual(urls);
    expect(parseFeed(read('atom.xml')).items.map((item) => item.url)).toEqual(urls);
    const front = [...readPage(site, 'index.html').values('.article-list h2 a', 'href')];
    expect(urls.map(fileOf).slice(0, front.length)).toEqual(front);
  });

  test('an article has its full text, its picture and its links, all at absolute addresses', () => {
    for (const { url: address, content } of parseFeed(read('rss.xml')).items) {
      const page = readPage(site, fileOf(address ?? ''));
      const words = (text: string): string => text.replaceAll(/\s+/g, '');
      for (const paragraph of page.texts('article > p')) {
        expect(words(content ?? '')).toContain(words(paragraph).slice(0, 40));
      }
      for (const [, value] of (content ?? '').matchAll(/(?:href|src)="([^"]*)"/g)) {
        expect(existsSync(`${site}/${fileOf(value ?? '')}`)).toBe(true);
      }
    }
  });

  test('what XML forbids is in the page, and in no feed', () => {
    const forbidden = new RegExp(`[${FORBIDDEN_IN_XML}]`);
    expect(read('articles/article-049.html')).toMatch(forbidden);
    for (const path of feeds) expect(read(path)).not.toMatch(forbidden);
  });

  test.each(['index.html', 'articles/article-001.html', 'topics/weather.html'])(
    '%s announces feeds, each of which is there',
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

describe('structured data', () => {
  const articles = globSync('articles/*.html', { cwd: site });

  test.each(articles)('%s has every property that the article has, and no other', (path) => {
    const data = structuredData(path);
    expect(faultsForGoogle(data)).toEqual([]);
    const source = readFrontMatter(
      readFileSync(`${site}/../content/${path.replace('.html', '/index.md')}`, 'utf8'),
    );
    // The site was built of it: the schema has seen its shape.
    const article = (source.ok ? source.value.data : {}) as Record<string, string & string[]>;
    const image = article.image as unknown as { caption: string } | undefined;
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: article.headline,
      ...(article.standfirst && { description: article.standfirst }),
      inLanguage: article.language,
      url: url + path,
      mainEntityOfPage: url + path,
      ...(image && {
        image: {
          '@type': 'ImageObject',
          url: expect.stringMatching(/^https:\/\/gazette\.example\/deep\/path\/assets\//) as string,
          width: expect.stringMatching(/^\d+$/) as string,
          height: expect.stringMatching(/^\d+$/) as string,
          caption: image.caption,
        },
      }),
      ...(article.byline && {
        author: article.byline.map((name) => ({ '@type': 'Person', name })),
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

  test('of an article without a url, a date, an author or a picture names none', () => {
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
  return JSON.parse(scripts[0] ?? '') as Record<string, unknown>;
}

/**
 * What Google asks of an article: no field is required; those it recommends must be of the right form
 * (https://developers.google.com/search/docs/appearance/structured-data/article).
 */
function faultsForGoogle(data: Record<string, unknown>): string[] {
  const date = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/;
  const named = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    value.name !== '' &&
    '@type' in value &&
    /^(?:Person|Organization)$/.test(String(value['@type']));
  const checks: Record<string, (value: unknown) => boolean> = {
    '@type': (value) => ['Article', 'NewsArticle', 'BlogPosting'].includes(String(value)),
    headline: (value) => typeof value === 'string' && value !== '',
    author: (value) => [value].flat().every(named),
    datePublished: (value) => date.test(String(value)),
    dateModified: (value) => date.test(String(value)),
    image: (value) =>
      typeof value === 'object' &&
      value !== null &&
      'url' in value &&
      URL.canParse(String(value.url)),
  };
  return Object.entries(checks).flatMap(([name, isRight]) =>
    name in data && !isRight(data[name]) ? [`${name}: ${JSON.stringify(data[name])}`] : [],
  );
}

describe('sitemaps', () => {
  test('the sitemap fits its schema and names every page that is to be found, by its canonical address', async () => {
    const xml = read('sitemap.xml');
    expect(await faultsOfSitemap(xml)).toEqual([]);
    const named = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc ?? '');
    expect(new Set(named).size).toBe(named.length);
    for (const address of named) {
      expect(readPage(site, fileOf(address)).values('link[rel=canonical]', 'href')).toEqual([
        address,
      ]);
    }
    const articles = globSync('articles/*.html', { cwd: site });
    expect(named.map(fileOf)).toEqual(expect.arrayContaining(articles));
  });

  test('news-sitemap.xml is well-formed', async () => {
    expect(await faultsOfXml(read('news-sitemap.xml'))).toEqual([]);
  });
});

describe('cards', () => {
  test('every page that is to be found has a picture for its card, which is there in the size that is said', async () => {
    const pages = globSync('**/*.html', { cwd: site }).map((path) => readPage(site, path));
    const found = pages.filter((page) => page.all('link[rel=canonical]').length > 0);
    expect(found.length).toBeGreaterThan(330);
    const pictures = new Map(
      found.map((page) => {
        const content = (name: string): string =>
          page.values(`meta[property="og:image${name}"]`, 'content')[0] ?? '';
        return [
          fileOf(content('')),
          { width: Number(content(':width')), height: Number(content(':height')) },
        ];
      }),
    );
    expect([...pictures.keys()].filter((path) => path.startsWith('social/'))).toHaveLength(241);
    for (const [path, size] of pictures)
      expect(await sharp(`${site}/${path}`).metadata()).toMatchObject(size);
  });

  test('an article with a picture shows it, at an absolute address', () => {
    const page = readPage(site, 'articles/article-002.html');
    const content = (name: string): string[] => page.values(`meta[property="${name}"]`, 'content');
    expect(content('og:type')).toEqual(['article']);
    expect(content('og:url')).toEqual([`${url}articles/article-002.html`]);
    expect(existsSync(`${site}/${fileOf(content('og:image')[0] ?? '')}`)).toBe(true);
    expect(page.values('meta[name="twitter:card"]', 'content')).toEqual(['summary_large_image']);
  });
});

describe('a publication without a url', () => {
  const folder = inject('fixtureSite');

  test('has none of what needs an absolute address', () => {
    expect(globSync('{*,topics/*}.{xml,txt,json}', { cwd: folder })).toEqual([]);
    expect(existsSync(`${folder}/social`)).toBe(false);
    for (const path of globSync('**/*.html', { cwd: folder })) {
      const page = readPage(folder, path);
      expect(page.all('link[rel=canonical], meta[property], meta[name^=twitter]')).toEqual([]);
      expect(page.all('link[type*=atom], link[type*=rss], link[type*="feed+json"]')).toEqual([]);
    }
  });

  test('its build says in one line what was left out, and why', () => {
    expect(inject('fixtureSiteReport').trimEnd().split('\n').slice(1)).toEqual([
      'Left out, because content/publication.yaml has no "url": canonical addresses, cards and pictures for sharing, feeds, sitemaps, robots.txt.',
    ]);
  });
});

test('a build with a url under a path says what it left out all the same', () => {
  expect(inject('generatedSiteReport').trimEnd().split('\n').slice(1)).toEqual([
    'Left out of the Atom feeds, because Atom demands a date: 30 articles without one.',
    'Left out, because crawlers read it only at the top of a host: robots.txt. Name the sitemap in the one at https://gazette.example/robots.txt.',
  ]);
});
