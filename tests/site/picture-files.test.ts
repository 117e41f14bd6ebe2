import { globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import {
  FORMATS,
  privateAnimation,
  privatePicture,
  SECRET,
  widePicture,
} from '../private-pictures.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { readPage } from './read-page.ts';

/*
 * The published files of pictures in all formats: with secrets in their metadata, larger than formats
 * allow, and animated.
 */

const url = 'https://example.org/news/';
/** More pixels than WebP and AVIF allow. */
const TOO_LONG = 20_000;
let project: ScratchProject;
let site: string;
let originals: Buffer[];
/** The pictures in the built site. */
let published: { file: string; bytes: Buffer }[];

beforeAll(async () => {
  project = await scratchProject();
  await project.write('content/publication.yaml', `name: Pictures\nlanguage: en\nurl: ${url}\n`);
  for (const format of FORMATS) {
    await writeArticle(`still-${format}`, await privatePicture(format, 700, 500), format);
  }
  for (const format of ['gif', 'webp'] as const) {
    await writeArticle(`moving-${format}`, await privateAnimation(format, 600, 300), format);
  }
  await writeArticle('wide-gamut', await widePicture(500, 300), 'png');
  await writeArticle('tall', await privatePicture('jpeg', 100, TOO_LONG), 'jpeg');
  await writeArticle('long', await privatePicture('png', TOO_LONG, 90), 'png');
  await writeArticle('long-gif', await paint('gif', TOO_LONG, 9), 'gif');
  await writeArticle('draft', await privatePicture('jpeg', 300, 200), 'jpeg', 'draft: true');
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }, stdout).toEqual({ exitCode: 0, stderr: '' });
  site = join(project.folder, 'dist');
  originals = readFiles('content/**/*.{jpeg,png,webp,avif,gif}').map(({ bytes }) => bytes);
  published = readFiles('dist/**/*.{jpg,jpeg,png,webp,avif,gif}');
}, 300_000);

afterAll(() => project.remove());

/** Writes an article that shows a picture twice, from two files: as its lead picture and in its body. */
async function writeArticle(slug: string, bytes: Buffer, format: string, keys = ''): Promise<void> {
  const folder = `content/articles/${slug}`;
  const name = `мой порт (1).${format}`;
  const image = `image: { file: ${name}, alt: The ${slug} picture }`;
  const body = `One.\n\n![In the body](<again/${name}>)`;
  await project.write(`${folder}/${name}`, bytes);
  await project.write(`${folder}/again/${name}`, bytes);
  await project.write(
    `${folder}/index.md`,
    `---\nheadline: ${slug}\npublished: 2024-01-01\n${image}\n${keys}\n---\n${body}\n`,
  );
}

function readFiles(pattern: string): { file: string; bytes: Buffer }[] {
  return globSync(pattern, { cwd: project.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => ({ file, bytes: readFileSync(file) }));
}

/** Returns the attributes and files of the lead picture of an article. */
function leadPicture(slug: string) {
  const page = readPage(site, `articles/${slug}.html`);
  const [figure] = page.all('figure');
  const [img] = selectAll('img', figure);
  const sources = selectAll('source', figure).flatMap(({ properties }) =>
    String(properties.srcSet)
      .split(', ')
      .map((candidate) => candidate.split(' '))
      .map(([file = '', width = '']) => ({
        file: join(site, 'articles', decodeURI(file)),
        width: Number.parseInt(width, 10),
        type: String(properties.type),
      })),
  );
  const card = (name: string): string =>
    page.values(`meta[property="og:${name}"]`, 'content')[0] ?? '';
  return {
    img: img?.properties,
    sources,
    fallback: join(site, 'articles', decodeURI(String(img?.properties.src))),
    card: {
      file: join(site, decodeURI(card('image').slice(url.length))),
      width: Number(card('image:width')),
      height: Number(card('image:height')),
    },
  };
}

async function sizeOf(file: string) {
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
  return { width, height };
}

const slugs = [
  ...FORMATS.map((format) => `still-${format}`),
  'moving-gif',
  'moving-webp',
  'wide-gamut',
  'tall',
  'long',
  'long-gif',
];

test('no published file is an original picture', () => {
  const all = readFiles('dist/**/*');
  expect(all.length).toBeGreaterThan(published.length);
  const found = all.filter(({ bytes }) => originals.some((original) => original.equals(bytes)));
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('no published file contains metadata of an original picture', () => {
  // As ASCII, and as UTF-16, which colour profiles use.
  const encodings = [Buffer.from(SECRET), Buffer.from(SECRET, 'utf16le').swap16()];
  const found = readFiles('dist/**/*').filter(({ bytes }) =>
    encodings.some((encoding) => bytes.includes(encoding)),
  );
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('published pictures have no EXIF, XMP, IPTC or comments, and match their file extensions', async () => {
  expect(published.length).toBeGreaterThan(slugs.length);
  for (const { file, bytes } of published) {
    const { exif, xmp, iptc, comments, orientation, mediaType } = await sharp(bytes).metadata();
    const type = extname(file).slice(1).replace('jpg', 'jpeg');
    expect({ file, exif, xmp, iptc, comments, orientation, mediaType }).toEqual({
      file,
      mediaType: `image/${type}`,
    });
  }
});

test('pictures have the types and sizes that pages and social cards state', async () => {
  for (const slug of slugs) {
    const { sources, fallback, card } = leadPicture(slug);
    for (const { file, width, type } of sources) {
      expect(await sharp(file).metadata(), file).toMatchObject({ width, mediaType: type });
    }
    expect(await sizeOf(fallback)).not.toEqual({});
    expect(await sizeOf(card.file), slug).toEqual({ width: card.width, height: card.height });
    const copy = readFileSync(join(site, `articles/${slug}.md`), 'utf8');
    expect(copy).toContain(encodeURIComponent(basename(card.file)));
  }
});

describe('a picture with an EXIF rotation', () => {
  test.each(FORMATS)('is upright in every file: %s', async (format) => {
    const { img, sources, fallback, card } = leadPicture(`still-${format}`);
    expect(img).toMatchObject({ width: 700, height: 500 });
    for (const file of [...sources.map(({ file }) => file), fallback, card.file]) {
      const { width, height } = await sizeOf(file);
      expect(width / height, file).toBeCloseTo(1.4, 1);
      const [above, below] = await Promise.all(
        [0.25, 0.75].map((part) => colourAt(file, width / 2, height * part)),
      );
      expect({ file, above, below }).toEqual({ file, above: 'red', below: 'blue' });
    }
  });
});

/** Returns the strongest channel of a pixel, which identifies primary colours despite compression. */
async function colourAt(file: string, x: number, y: number, page = 0): Promise<string | undefined> {
  const point = { left: Math.floor(x), top: Math.floor(y), width: 1, height: 1 };
  const pixel = await sharp(file, { page }).extract(point).removeAlpha().raw().toBuffer();
  return ['red', 'green', 'blue'][pixel.indexOf(Math.max(...pixel))];
}

test('a picture keeps colours outside sRGB with a standard profile', async () => {
  const { sources, fallback, card } = leadPicture('wide-gamut');
  for (const file of [...sources.map(({ file }) => file), fallback, card.file]) {
    const { icc } = await sharp(file).metadata();
    expect(icc?.length, file).toBeLessThan(500);
    const [red, green, blue] = await sharp(file).keepIccProfile().raw().toBuffer();
    expect({ file, red }).toEqual({ file, red: 0 });
    expect(green, file).toBeGreaterThan(253);
    expect(blue, file).toBeLessThan(4);
  }
});

describe('a picture that is too large for a format', () => {
  test.each(['tall', 'long'])(
    'is scaled down to a size that all formats allow: %s',
    async (slug) => {
      const { sources, fallback, card } = leadPicture(slug);
      expect(new Set(sources.map(({ type }) => type))).toEqual(
        new Set(['image/avif', 'image/webp']),
      );
      for (const file of [...sources.map(({ file }) => file), fallback, card.file]) {
        const { width, height } = await sizeOf(file);
        expect(Math.max(width, height), file).toBeLessThanOrEqual(16_383);
      }
    },
  );

  test('keeps its aspect ratio', async () => {
    const { img, sources } = leadPicture('tall');
    expect(img).toMatchObject({ width: 100, height: TOO_LONG });
    const heights = await Promise.all(sources.map(async ({ file }) => (await sizeOf(file)).height));
    expect(Math.min(...heights)).toBeGreaterThan(16_000);
  });
});

describe('an animation', () => {
  test.each(['gif', 'webp'])('keeps its frames and their delays: %s', async (format) => {
    const { img, sources, fallback } = leadPicture(`moving-${format}`);
    expect(img).toMatchObject({ width: 600, height: 300 });
    const animated = format === 'gif' ? [fallback] : sources.map(({ file }) => file);
    expect(animated.length).toBeGreaterThan(0);
    for (const file of animated) {
      const { width, height, pages, delay } = await sharp(file).metadata();
      expect({ file, pages, delay }).toEqual({ file, pages: 3, delay: [100, 200, 300] });
      expect(width / height, file).toBeCloseTo(2, 1);
      const frames = [0, 1, 2].map((page) => colourAt(file, width / 2, height / 2, page));
      expect(await Promise.all(frames)).toEqual(['red', 'green', 'blue']);
    }
  });

  test('becomes its first frame in formats without animation', async () => {
    const { fallback, card } = leadPicture('moving-webp');
    for (const file of [fallback, card.file]) {
      const { width, height } = await sizeOf(file);
      expect(width / height, file).toBe(2);
      expect(await colourAt(file, width / 2, height - 1)).toBe('red');
    }
  });
});

test('the dev server serves all pictures of a page without metadata', async () => {
  const server = await project.start('dev');
  try {
    const html = await (await fetch(new URL('articles/still-jpeg', server.url))).text();
    const page = fromHtml(html);
    const urls = [
      ...selectAll('img', page).map(({ properties }) => String(properties.src)),
      ...selectAll('source', page).flatMap(({ properties }) =>
        String(properties.srcSet)
          .split(', ')
          .map((candidate) => candidate.split(' ')[0] ?? ''),
      ),
    ];
    expect(urls.length).toBeGreaterThan(2);
    for (const url of urls) {
      const response = await fetch(new URL(url, server.url));
      const bytes = Buffer.from(await response.arrayBuffer());
      expect({ url, status: response.status }).toEqual({ url, status: 200 });
      expect((await sharp(bytes).metadata()).width).toBeGreaterThan(400);
      expect(bytes.includes(SECRET)).toBe(false);
    }
  } finally {
    await server.stop();
  }
});

test('originals that Astro keeps are published without metadata', async () => {
  const picture = join(project.folder, 'src/components/Picture.astro');
  const code = readFileSync(picture, 'utf8');
  // Reading a property of an imported picture makes Astro keep the original.
  await project.write(
    'src/components/Picture.astro',
    code.replace(/(?<=\n)---\n+</, 'void picture.image.width;\n$&'),
  );
  const { exitCode, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  const kept = readFiles('dist/**/*.{jpeg,png,webp,avif,gif}');
  expect(kept.length).toBeGreaterThan(published.length);
  for (const { file, bytes } of kept) expect(bytes.includes(SECRET), file).toBe(false);
});
