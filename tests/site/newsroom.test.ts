import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import type { z } from 'zod';
import { documentSchemas } from '../../src/article/documents.ts';
import { isExpired, scheduleOf } from '../../src/article/is-published.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { sitePages } from '../../src/article/site-pages.ts';
import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';
import { readArticle } from './read-article.ts';
import { brokenLinks } from './broken-links.ts';
import { readPage } from './read-page.ts';

const site = inject('newsroomSite');
const content = 'tests/fixtures/newsroom';

/** The files of the articles that have not expired, and are no drafts. */
const listed = globSync('*.md', { cwd: `${content}/articles` }).filter(
  (name) => !['ferry.md', 'borrador.md'].includes(name),
);

test('all links and pictures are relative and name existing files and ids', () => {
  expect(brokenLinks(site)).toEqual([]);
});

/** The texts of a folder of a built project's content. */
function textsIn<Schema extends z.ZodType>(built: string, folder: string, schema: Schema) {
  const cwd = join(built, '../content', folder);
  return globSync(['*.md', '*/index.md'], { cwd }).map((path) => {
    const text = readFrontMatter(readFileSync(join(cwd, path), 'utf8'));
    if (!text.ok) throw new Error(text.faults[0]?.wrong);
    const slug = path.endsWith('/index.md') ? dirname(path) : basename(path, '.md');
    return { slug, data: schema.parse(text.value.data) };
  });
}

test.each([
  ['the newsroom', site, 5],
  ['300 articles', inject('generatedSite'), undefined],
])('the pages that `dev` knows are the pages of a build: %s', (_, built, articlesPerPage) => {
  const known = sitePages({
    articles: textsIn(built, 'articles', articleSchema(picturePath))
      .filter(({ data }) => data.draft !== true)
      .map(({ slug, data }) => {
        return { slug, article: data, expired: isExpired(scheduleOf(data), Date.now()) };
      }),
    pages: textsIn(built, 'pages', documentSchemas.pages),
    authors: textsIn(built, 'authors', documentSchemas.authors).map(({ slug, data }) => {
      return { slug, ...data };
    }),
    articlesPerPage,
  });
  expect([...known].sort()).toEqual(globSync('**/*.html', { cwd: built }).sort());
});

test('each page of content/pages/ is in the footer of every page, and in the sitemap', () => {
  const slugs = globSync('*.md', { cwd: `${content}/pages` }).map((name) => name.slice(0, -3));
  const sitemap = readFileSync(`${site}/sitemap.xml`, 'utf8');
  for (const slug of slugs) {
    const file = `${encodeURIComponent(slug)}.html`;
    expect(sitemap).toContain(`<loc>https://newsroom.example/paper/${file}</loc>`);
    for (const [page, href] of [
      ['index.html', file],
      ['imprint.html', file],
      ['articles/breakwater.html', `../${file}`],
    ] as const) {
      expect(readPage(site, page).values('.site-footer a', 'href')).toContain(href);
    }
  }
});

test('a page has the words of its file, character by character', () => {
  const { body } = readArticle(`${content}/pages/imprint.md`);
  const [shown = ''] = readPage(site, 'imprint.html').texts('main article');
  const words = body.replaceAll(/\]\([^)]*\)|[[\]]|\*(?=Harbour|,)/g, '').replaceAll(/\s+/g, ' ');
  expect(shown.replaceAll(/\s+/g, ' ').trim()).toBe(`Imprint${words.trimEnd()}`);
});

/** The structured data of a page. */
function dataOf(path: string): unknown {
  const [json = '{}'] = readPage(site, path).texts('script[type="application/ld+json"]');
  return JSON.parse(json);
}

test('the progress bar of a page starts on the right in Arabic', () => {
  const styles = (path: string): string => readPage(site, path).texts('style').join('');
  expect(styles('حول.html')).toContain('transform-origin:100% 0');
  expect(styles('about.html')).not.toContain('transform-origin:100% 0');
});

test('the navigation is above every page, and the footer has only the links that were chosen', () => {
  const page = readPage(site, 'articles/breakwater.html');
  expect(page.texts('nav.topic-bar a')).toEqual([
    'Harbours',
    '中文',
    'Who we are',
    'Ada Example',
    'After the storm & <wind>',
    'Our shop',
  ]);
  expect(page.values('nav.topic-bar a', 'href').slice(0, 5)).toEqual([
    '../topics/harbours.html',
    `../topics/${encodeURIComponent('港口')}.html`,
    '../about.html',
    '../authors/ada.html',
    '../series/after-the-storm-wind.html',
  ]);
  expect(readPage(site, 'about.html').texts('nav.topic-bar [aria-current]')).toEqual([
    'Who we are',
  ]);
  expect(page.texts('.site-footer nav a').slice(-9)).toEqual([
    'Imprint',
    'من نحن',
    'About us',
    'Ports & quays',
    'Bo Sample',
    'The storm',
    'Our archive on paper',
    'desk@newsroom.example',
    'Mastodon',
  ]);
});

test('copyright and licence are on every page, in feeds and in structured data', () => {
  const page = readPage(site, 'articles/breakwater.html');
  expect(page.texts('.site-footer > p')).toEqual([
    '© 2024 The Harbour Press & Sons · CC BY-SA 4.0',
  ]);
  const licence = 'https://creativecommons.org/licenses/by-sa/4.0/';
  expect(page.values('[rel~=license]', 'href')).toEqual([licence]);
  expect(dataOf('articles/breakwater.html')).toMatchObject({
    license: licence,
    copyrightNotice: '© 2024 The Harbour Press & Sons',
    publisher: { email: 'desk@newsroom.example', sameAs: ['https://social.example/@harbour'] },
  });
  for (const feed of ['atom.xml', 'rss.xml', 'authors/ada.atom.xml']) {
    expect(readFileSync(`${site}/${feed}`, 'utf8')).toContain(
      '© 2024 The Harbour Press & Sons CC BY-SA 4.0',
    );
  }
});

test('the logo is a file of the site, and the icon is in the page', () => {
  const page = readPage(site, 'articles/breakwater.html');
  expect(page.values('.masthead img', 'src')).toEqual([
    '../brand/logo.svg',
    '../brand/logo-dark.svg',
  ]);
  expect(page.values('.masthead img', 'alt')).toEqual([
    'The Harbour Newsroom',
    'The Harbour Newsroom',
  ]);
  expect(page.values('link[rel=icon]', 'href')[0]).toMatch(/^data:image\/png;base64,/);
});

test('what the publisher does not want shown is not shown', () => {
  const page = readPage(site, 'articles/breakwater.html');
  expect(page.texts('.reading-bar > p')).toHaveLength(1);
  const template = readFileSync(`${site}/articles/breakwater.html`, 'utf8');
  expect(template).toMatch(/<div hidden><button type="button" id="share"/);
  expect(template).toMatch(/<div hidden><button type="button" id="listen"/);
});

test('every name in a byline has a page with its articles and feeds', () => {
  for (const name of listed) {
    const page = readPage(site, `articles/${name.replace('.md', '.html')}`);
    const links = page.values('.byline [rel=author]', 'href').map(decodeURIComponent);
    const { article } = readArticle(`${content}/articles/${name}`);
    expect(page.texts('.byline [rel=author]')).toEqual([article.byline ?? []].flat());
    for (const link of links) {
      const author = readPage(site, link.replace('../', ''));
      const listed = author.values('.article-list h2 a', 'href').map(decodeURIComponent);
      expect(listed).toContain(`../articles/${name.replace('.md', '.html')}`);
      expect(
        author.values('link[type="application/atom+xml"]', 'href').map(decodeURIComponent),
      ).toContain(link.replace('../authors/', '').replace('.html', '.atom.xml'));
    }
  }
});

test('a file of an author adds a role, a biography, links and other spellings of the name', () => {
  const page = readPage(site, 'authors/ada.html');
  expect(page.texts('h1')).toEqual(['Ada Example']);
  expect(page.texts('.introduction > p')).toEqual(['Harbour correspondent']);
  expect(page.texts('.biography')[0]).toContain('since 1998');
  expect(page.values('.introduction ul a', 'href')).toEqual(['https://social.example/@ada']);
  expect(page.texts('.article-list h2')).toEqual(['Порт открыт', 'The breakwater holds']);
  const person = {
    '@type': 'Person',
    name: 'Ada Example',
    url: 'https://newsroom.example/paper/authors/ada.html',
    jobTitle: 'Harbour correspondent',
    sameAs: ['https://social.example/@ada'],
  };
  expect(dataOf('authors/ada.html')).toMatchObject({ '@type': 'ProfilePage', mainEntity: person });
  expect(dataOf('articles/breakwater.html')).toMatchObject({
    author: [person, { name: 'Bo Sample' }],
  });
  expect(readPage(site, `authors/李薇.html`).values('.biography', 'lang')).toEqual(['zh-Hans']);
});

test('a topic can have an introduction', () => {
  const page = readPage(site, 'topics/harbours.html');
  expect(page.texts('.introduction')[0]).toContain('Everything about the harbour');
  expect(page.values('.introduction a', 'href')).toEqual([
    '../articles/breakwater.html',
    '../authors/ada.html',
  ]);
});

test('every page fits the first flight of a TCP connection', () => {
  const sizes = globSync('**/*.html', { cwd: site }).map((path) => {
    return { path, bytes: gzipSync(readFileSync(`${site}/${path}`), { level: 9 }).length };
  });
  // 14,600 bytes, less the headers.
  expect(sizes.filter(({ bytes }) => bytes > 14_000)).toEqual([]);
});

test('an article shows its kicker, the name of its form in its language, or its first topic', () => {
  expect(readPage(site, 'articles/breakwater.html').texts('.kicker')).toEqual(['After the storm']);
  expect(readPage(site, 'articles/muelle.html').texts('.kicker')).toEqual(['Opinión']);
  expect(readPage(site, 'articles/ميناء.html').texts('.kicker')).toEqual(['نعي']);
  expect(readPage(site, 'articles/iskele.html').texts('.kicker')).toEqual(['Limanlar']);
});

test('the form decides the type in structured data', () => {
  expect(dataOf('articles/breakwater.html')).toMatchObject({ '@type': 'AnalysisNewsArticle' });
  expect(dataOf('articles/muelle.html')).toMatchObject({ '@type': 'OpinionNewsArticle' });
  expect(dataOf('articles/ميناء.html')).toMatchObject({
    '@type': 'NewsArticle',
    genre: 'obituary',
  });
});

test('key points are above the body, in feeds, and in the Markdown copy', () => {
  const points = ['It held & held.', 'Nobody was hurt, <b>says</b> the council.'];
  const shown = readPage(site, 'articles/breakwater.html').texts('.key-points li');
  expect(shown.map((text) => text.trim())).toEqual(points);
  expect(readFileSync(`${site}/rss.xml`, 'utf8')).toContain('<li>It held &#x26; held.</li>');
  expect(readFileSync(`${site}/articles/breakwater.md`, 'utf8')).toContain(JSON.stringify(points));
});

test('corrections are below the article, on a page of their own, and in feeds', () => {
  const texts = [
    'March 4, 2024 An earlier version gave the wrong height: it is 9 metres & not 8.',
    'March 5, 2024 The name of the council was misspelt.',
  ];
  const shown = (path: string, selector: string): string[] =>
    readPage(site, path)
      .texts(selector)
      .map((one) => one.trim().replaceAll(/\s+/g, ' '));
  expect(shown('articles/breakwater.html', '.corrections p')).toEqual(texts);
  const corrected = shown('corrections.html', 'main article p:not(.byline)');
  const dates = shown('corrections.html', 'main article .byline');
  expect(corrected.map((text, index) => `${dates[index] ?? ''} ${text}`)).toEqual([
    'March 6, 2024 صُحّح اسم الميناء.',
    ...texts.toReversed(),
  ]);
  expect(dataOf('articles/breakwater.html')).toMatchObject({
    correction: [{ datePublished: '2024-03-04' }, { '@type': 'CorrectionComment' }],
  });
  expect(readFileSync(`${site}/atom.xml`, 'utf8')).toContain('it is 9 metres &#x26; not 8.');
  expect(readPage(site, 'index.html').values('.site-footer a', 'href')).toContain(
    'corrections.html',
  );
});

test('the text of a social card is what the card shows', () => {
  const altOf = (path: string): string[] =>
    readPage(site, path).values('meta[property="og:image:alt"]', 'content');
  expect(altOf('articles/muelle.html')).toEqual(['El muelle nuevo']);
  // No font has the emoji of this headline.
  expect(altOf('articles/iskele.html')).toEqual(['The Harbour Newsroom']);
});

test('the article that the publication names leads the front page, and is listed once', () => {
  const first = readPage(site, 'index.html').texts('.article-list h2');
  expect(first[0]).toBe('The breakwater holds');
  expect([...first, ...readPage(site, 'page/2.html').texts('.article-list h2')]).toHaveLength(
    listed.length,
  );
});

describe('an expired article', () => {
  const page = readPage(site, 'articles/ferry.html');

  test('has a page that says so and is not indexed', () => {
    expect(page.texts('main > .expired')).toEqual(['February 1, 2024 This article has expired.']);
    expect(page.values('meta[name=robots]', 'content')).toEqual(['noindex']);
    expect(page.all('link[rel=canonical], meta[property], .related, .neighbours')).toEqual([]);
    expect(dataOf('articles/ferry.html')).toMatchObject({ expires: '2024-02-01' });
    expect(readFileSync(`${site}/articles/ferry.md`, 'utf8')).toContain('expires: "2024-02-01"');
  });

  test('is linked to by articles, and by no list, feed, sitemap or search', () => {
    const others = globSync('**/*.{html,xml,json}', { cwd: site }).filter(
      (path) => path !== 'articles/ferry.html',
    );
    const naming = others.filter((path) =>
      readFileSync(`${site}/${path}`, 'utf8').includes('ferry stops'),
    );
    expect(naming).toEqual([]);
    expect(readPage(site, 'articles/muelle.html').values('article > p a', 'href')).toEqual([
      'ferry.html',
    ]);
    expect(readFileSync(`${site}/sitemap.xml`, 'utf8')).not.toContain('ferry');
    expect(globSync('{authors/eve*,topics/ferr*,social/ferry*}', { cwd: site })).toEqual([]);
  });

  test('links only to topics and authors that have a page', () => {
    expect(page.values('.byline a', 'href')).toEqual(['../authors/ada.html']);
    expect(page.texts('.byline b')).toEqual(['Ada Example, Eve Gone']);
    expect(page.texts('article > footer a')).toEqual(['Harbours']);
  });
});

describe('an old address of an article', () => {
  test.each([
    ['2024/wave-breaker/index.html', '../../articles/breakwater.html'],
    ['old/breakwater.html', '../articles/breakwater.html'],
    ['articles/wave-breaker.html', 'breakwater.html'],
  ])('%s leads to %s without a script', (path, target) => {
    const page = readPage(site, path);
    expect(page.values('meta[http-equiv=refresh]', 'content')).toEqual([`0; url=${target}`]);
    expect(page.values('main a', 'href')).toEqual([target]);
    expect(page.values('meta[name=robots]', 'content')).toEqual(['noindex']);
    expect(page.values('link[rel=canonical]', 'href')).toEqual([
      'https://newsroom.example/paper/articles/breakwater.html',
    ]);
  });

  test('speaks the language of the article', () => {
    const page = readPage(site, 'старый/порт/index.html');
    expect(page.texts('h1')).toEqual(['Эта страница переехала']);
    expect(page.texts('main a')).toEqual(['Порт открыт']);
  });

  test('is in _redirects, and in no sitemap', () => {
    const lines = readFileSync(`${site}/_redirects`, 'utf8').split('\n');
    expect(lines).toContain('/old/breakwater.html /articles/breakwater.html 301');
    expect(lines).toContain('/2024/wave-breaker/ /articles/breakwater.html 301');
    expect(readFileSync(`${site}/sitemap.xml`, 'utf8')).not.toContain('wave-breaker');
  });
});

describe('a series', () => {
  const slug = 'after-the-storm-wind';
  const inParts = ['El muelle nuevo', 'The breakwater holds', 'الميناء يعود إلى العمل'];

  test('has a page with its articles in the order of their parts, and feeds', () => {
    const page = readPage(site, `series/${slug}.html`);
    expect(page.texts('h1')).toEqual(['After the storm & <wind>']);
    expect(page.texts('.article-list h2')).toEqual(inParts);
    expect(page.values('link[type="application/rss+xml"]', 'href')[0]).toBe(`${slug}.rss.xml`);
    expect(readFileSync(`${site}/series/${slug}.atom.xml`, 'utf8')).toContain('El muelle nuevo');
    expect(readFileSync(`${site}/sitemap.xml`, 'utf8')).toContain(`/series/${slug}.html</loc>`);
  });

  test('is at the article, with the place of the article and the other parts', () => {
    const page = readPage(site, 'articles/breakwater.html');
    const place = page.texts('.series-place').map((text) => text.trim().replaceAll(/\s+/g, ' '));
    expect(place).toEqual(['After the storm & <wind> Part 3 of 3']);
    expect(page.values('.series-place a', 'href')).toEqual([`../series/${slug}.html`]);
    expect(page.texts('.series-parts li').map((text) => text.trim())).toEqual(inParts);
    expect(page.values('.series-parts li', 'value')).toEqual(['1', '3', '']);
    expect(page.texts('.series-parts [aria-current]')).toEqual(['The breakwater holds']);
    expect(readPage(site, 'articles/ميناء.html').all('.series-place span')).toEqual([]);
    expect(readPage(site, 'articles/iskele.html').all('[class^=series]')).toEqual([]);
  });

  test('is in structured data, feeds and the Markdown copy', () => {
    expect(dataOf('articles/breakwater.html')).toMatchObject({
      position: 3,
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'After the storm & <wind>',
        url: `https://newsroom.example/paper/series/${slug}.html`,
      },
    });
    expect(readFileSync(`${site}/feed.json`, 'utf8')).toContain(
      'Serie: After the storm &#x26; &#x3C;wind> (1)',
    );
    expect(readFileSync(`${site}/articles/breakwater.md`, 'utf8')).toContain('"part":3');
  });
});

describe('a translation', () => {
  const address = (slug: string): string =>
    `https://newsroom.example/paper/articles/${encodeURIComponent(slug)}.html`;

  test('and its original name each other, in their languages', () => {
    const original = readPage(site, 'articles/港口.html');
    expect(original.texts('.languages a')).toEqual(['العربية', 'русский']);
    expect(original.values('.languages a', 'hrefLang')).toEqual(['ar', 'ru']);
    expect(original.values('.languages', 'ariaLabel')).toEqual(['其他语言版本']);
    expect(readPage(site, 'articles/порт.html').texts('.languages a')).toEqual([
      '简体中文',
      'العربية',
    ]);
    expect(readPage(site, 'articles/iskele.html').all('.languages, link[hreflang]')).toEqual([]);
  });

  test.each(['港口', 'порт', 'ميناء'])(
    '%s has hreflang links in the head and the sitemap',
    (slug) => {
      const page = readPage(site, `articles/${slug}.html`);
      const links = ['港口', 'ميناء', 'порт'].map(address);
      expect(page.values('link[hreflang]', 'href')).toEqual(links);
      expect(page.values('link[hreflang]', 'hrefLang')).toEqual(['zh-Hans', 'ar', 'ru']);
      const sitemap = readFileSync(`${site}/sitemap.xml`, 'utf8');
      const [entry = ''] = sitemap
        .split('<url>')
        .filter((one) => one.includes(`<loc>${address(slug)}`));
      expect(
        [...entry.matchAll(/hreflang="[^"]+" href="([^"]+)"/g)].map(([, href]) => href),
      ).toEqual(links);
    },
  );

  test('is in structured data', () => {
    const named = (slug: string, headline: string, inLanguage: string) => {
      return { '@type': 'NewsArticle', headline, inLanguage, url: address(slug) };
    };
    expect(dataOf('articles/порт.html')).toMatchObject({
      translationOfWork: named('港口', '港口的清晨', 'zh-Hans'),
    });
    expect(dataOf('articles/港口.html')).toMatchObject({
      workTranslation: [
        named('ميناء', 'الميناء يعود إلى العمل', 'ar'),
        named('порт', 'Порт открыт', 'ru'),
      ],
    });
  });
});

test('dates are those of the time zone of the publication', () => {
  const page = readPage(site, 'articles/breakwater.html');
  expect(page.values('article > header .byline time', 'dateTime')).toEqual([
    '2024-03-02T17:00:00+09:00',
    '2024-03-05T18:00:00+09:00',
  ]);
  expect(dataOf('articles/breakwater.html')).toMatchObject({
    datePublished: '2024-03-02T17:00:00+09:00',
  });
  // A date without a time has none on the page, and begins at midnight in Tokyo in feeds.
  expect(
    readPage(site, 'articles/港口.html').values('article > header .byline time', 'dateTime'),
  ).toEqual(['2024-03-01']);
  expect(readFileSync(`${site}/atom.xml`, 'utf8')).toContain(
    '<published>2024-02-29T15:00:00.000Z</published>',
  );
});
