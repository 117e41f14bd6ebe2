import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { SECRET } from '../private-pictures.ts';
import { readPage } from './read-page.ts';

const site = inject('newsroomSite');
const GALLERY = 'articles/港口.html';
/** The file of the site that an address on the page of an article leads to. */
const fileOf = (address: string): string =>
  `${site}/${posix.join('articles', decodeURIComponent(address))}`;

test('each picture of a gallery is a figure, and a link to its largest file', async () => {
  const page = readPage(site, GALLERY);
  expect(page.all('[data-gallery] > figure')).toHaveLength(3);
  expect(page.texts('[data-gallery] figcaption')).toEqual([
    '清晨，渔船出港。摄影：李薇',
    '仓库',
    '灯塔在雾中。',
  ]);
  const links = page.values('[data-gallery] figure > a', 'href');
  const sizes = await Promise.all(links.map((link) => sharp(fileOf(link)).metadata()));
  expect(sizes.map(({ width }) => width)).toEqual([1800, 800, 1280]);
});

test('a link of a gallery has a name: the alternative text, or what it does', () => {
  const page = readPage(site, GALLERY);
  expect(page.values('[data-gallery] img', 'alt')).toEqual(['防波堤上的渔船', '码头上的仓库', '']);
  expect(page.values('[data-gallery] a', 'ariaLabel')).toEqual(['', '', '打开图片']);
});

test('in feeds and in the Markdown copy, a gallery is pictures in a row', () => {
  const feed = readFileSync(`${site}/atom.xml`, 'utf8');
  expect(feed.match(/<figure><img[^>]*gangkou/g)).toHaveLength(3);
  const copy = readFileSync(`${site}/articles/港口.md`, 'utf8');
  expect(copy).toMatch(/\n!\[防波堤上的渔船\]\(\.\.\/assets\/[^)]*\)\n!\[码头上的仓库\]/);
});

test('pages without a gallery have no styles for one', () => {
  const withStyles = globSync('**/*.html', { cwd: site }).filter((path) =>
    readFileSync(`${site}/${path}`, 'utf8').includes('[data-gallery]'),
  );
  expect(withStyles.sort()).toEqual([GALLERY, 'articles/ميناء.html'].sort());
});

test('an opinion has its authors, with their pictures, above the headline, and not below', () => {
  const page = readPage(site, 'articles/muelle.html');
  const [header] = page.all('article > header');
  const order = header?.children.flatMap((child) =>
    child.type === 'element' ? [child.properties.className ?? child.tagName] : [],
  );
  expect(order).toEqual([['columnist'], 'h1', ['details'], ['series-place']]);
  expect(page.texts('.columnist')).toEqual([expect.stringContaining('Bo Sample')]);
  expect(page.values('.columnist img', 'alt')).toEqual(['']);
  expect(readPage(site, 'articles/iskele.html').all('.columnist')).toEqual([]);
});

test('the pictures of a photo essay are offered as wide as the page', () => {
  expect(readPage(site, GALLERY).values('picture source', 'sizes')[0]).toContain('62rem');
  expect(readPage(site, 'articles/ميناء.html').values('picture source', 'sizes')[0]).not.toContain(
    '62rem',
  );
});

test('an author’s picture has the sizes of its places, and no metadata', async () => {
  for (const [path, selector] of [
    ['authors/ada.html', '.introduction > picture'],
    ['articles/muelle.html', '.columnist picture'],
  ] as const) {
    const page = readPage(site, path);
    const addresses = [
      ...page.values(`${selector} source`, 'srcSet').flatMap((set) => set.split(/,? /)),
      ...page.values(`${selector} img`, 'src'),
    ].filter((part) => part.includes('/assets/'));
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      const { exif, xmp, iptc, width } = await sharp(fileOf(address)).metadata();
      expect({ exif, xmp, iptc }).toEqual({});
      expect([480, 500, 720, 900]).toContain(width);
    }
  }
});

test('no file of the site contains metadata of a picture', () => {
  const files = globSync('**/*.{avif,webp,jpg,jpeg,png,svg}', { cwd: site });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => readFileSync(`${site}/${file}`).includes(SECRET))).toEqual([]);
});

const INTERVIEW = 'articles/breakwater.html';
const FILM = 'articles/ميناء.html';
const NAME = 'Interview with the mayor & <b>council</b>';

test('sound has a player that loads nothing, a link to its file, a caption and a transcript', () => {
  const page = readPage(site, INTERVIEW);
  const [player] = page.all('[data-recording] > audio');
  expect(player?.properties).toMatchObject({
    controls: true,
    preload: 'none',
    src: 'interview.wav',
    ariaLabel: NAME,
  });
  expect(page.texts('[data-recording] > a')).toEqual([NAME]);
  expect(page.texts('[data-recording] figcaption')).toEqual([
    'The mayor, in *March*. Sound: Ada Example',
  ]);
  expect(page.texts('details summary')).toEqual(['Transcript']);
  expect(page.texts('details > p')).toEqual([
    'Question: Did it hold?',
    'Mayor: It held & <b>held</b>.\nEven at night.\n',
  ]);
});

test('video has captions in the language of the article', () => {
  const page = readPage(site, FILM);
  expect(page.values('video', 'src')).toEqual(['mina.mp4']);
  const [track] = page.all('video > track');
  expect(track?.properties).toMatchObject({ kind: 'captions', srcLang: 'ar', src: 'mina.vtt' });
  expect(readFileSync(`${site}/articles/mina.vtt`)).toEqual(
    readFileSync('tests/fixtures/newsroom/articles/mina.vtt'),
  );
});

test('only pages with recordings can play files, and have styles for them', () => {
  const pages = globSync('**/*.html', { cwd: site });
  const containing = (text: string): string[] =>
    pages.filter((path) => readFileSync(`${site}/${path}`, 'utf8').includes(text)).sort();
  expect(containing("media-src 'self'")).toEqual([INTERVIEW, FILM].sort());
  expect(containing('[data-recording]')).toEqual([INTERVIEW, FILM].sort());
});

test('recordings are in feeds, in structured data and in the Markdown copy', () => {
  const url = 'https://newsroom.example/paper/articles/';
  expect(readFileSync(`${site}/rss.xml`, 'utf8').match(/<enclosure[^>]*>/g)).toEqual([
    `<enclosure url="${url}interview.wav" length="8044" type="audio/wav"/>`,
  ]);
  expect(readFileSync(`${site}/atom.xml`, 'utf8')).toContain(
    `<link href="${url}mina.mp4" rel="enclosure" type="video/mp4" length="16"/>`,
  );
  expect(readFileSync(`${site}/feed.json`, 'utf8')).toContain(
    JSON.stringify({ url: `${url}mina.mp4`, mime_type: 'video/mp4', size_in_bytes: 16 }),
  );
  const dataOf = (path: string): unknown =>
    JSON.parse(readPage(site, path).texts('script[type="application/ld+json"]')[0] ?? '');
  expect(dataOf(INTERVIEW)).toMatchObject({
    audio: [
      {
        '@type': 'AudioObject',
        name: NAME,
        encodingFormat: 'audio/wav',
        contentUrl: `${url}interview.wav`,
      },
    ],
  });
  expect(dataOf(FILM)).toMatchObject({ video: [{ '@type': 'VideoObject' }] });
  expect(readFileSync(`${site}/articles/breakwater.md`, 'utf8')).toContain(
    '](interview.wav "The mayor',
  );
});
