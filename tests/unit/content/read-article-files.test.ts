import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { readCachedBody } from '../../../src/content/article-cache.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticleFiles } from '../../../src/content/read-article-files.ts';
import { paint } from '../../paint.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Reads an article with other files beside it. Returns messages if it is invalid. */
async function read(article: string | Uint8Array, files: Record<string, string | Uint8Array> = {}) {
  return readIn(await temporaryFolder({ 'a.md': article, ...files }));
}

async function readIn(folder: string) {
  const { cache, articles, problems } = await readAll(folder);
  const [article] = articles;
  if (!article) return describeProblems(problems).replaceAll(`${folder}/`, '');
  return { ...article, body: { ...article.body, html: readCachedBody(cache, article.digest) } };
}

function versionOf(article: Awaited<ReturnType<typeof readIn>>): string | undefined {
  return typeof article === 'string' ? undefined : article.version;
}

async function readAll(folder: string) {
  const cache = openCache(join(folder, 'cache.db'));
  const files = [{ slug: 'a', file: `${folder}/a.md` }];
  const reading = { publicationLanguage: 'en', version: '1', now: 0, cache };
  return { cache, ...(await readArticleFiles(files, reading)) };
}

function withBody(body: string): string {
  return `---\nheadline: A\n---\n${body}`;
}

test('an article is read', async () => {
  expect(await read(withBody('The *body*, see [b](b.md).\n\n## Part\n'))).toMatchObject({
    slug: 'a',
    article: { headline: 'A' },
    body: {
      html: '<p>The <em>body</em>, see <a href="b.html">b</a>.</p>\n<h2 id="section-part"><a href="#section-part">Part</a></h2>',
      headings: [{ slug: 'section-part' }],
    },
    links: [{ slug: 'b', line: 4 }],
  });
});

test('an article can have a byte order mark and any line endings', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `\uFEFF${withBody('one\n\ntwo\n').replaceAll('\n', end)}`;
    expect(await read(text)).toMatchObject({ body: { html: '<p>one</p>\n<p>two</p>' } });
  }
});

test('a body can look like front matter', async () => {
  expect(await read(withBody('---\nslug: b\n---\n'))).toMatchObject({
    slug: 'a',
    body: { html: '<hr>\n<h2 id="section-slug-b"><a href="#section-slug-b">slug: b</a></h2>' },
  });
});

describe('it is an error if a file', () => {
  test('sets its slug', async () => {
    expect(await read('---\nheadline: A\nslug: b\n---\nbody')).toMatchInlineSnapshot(`
      "a.md
        line 3, slug: There is no key "slug".
          The keys are: headline, standfirst, byline, dateline, published, updated, language, topics, image, source, kicker, keyPoints, form, corrections, expires, aliases, series, translationOf, draft."
    `);
  });

  test('is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(withBody('one\n')), Buffer.from([0xcf, 0xf0])]);
    expect(await read(bytes)).toMatchInlineSnapshot(`
      "a.md
        line 5: The line is not valid UTF-8.
          Save the file as UTF-8. To import text in another encoding, run: npm run import -- --encoding NAME FILE"
    `);
  });

  test('contains NUL', async () => {
    expect(await read(withBody('one\n\0'))).toMatchInlineSnapshot(`
      "a.md
        line 5: The line contains the character NUL (U+0000).
          Remove the character."
    `);
  });

  test('is a folder', async () => {
    const folder = await temporaryFolder({ 'a.md/': '' });
    expect(await readIn(folder)).toMatchInlineSnapshot(`
      "a.md
        The file cannot be read.
          Check that it is a file and that you have permission to read it."
    `);
  });

  test('is missing', async () => {
    expect(await readIn(await temporaryFolder())).toContain('The file cannot be read.');
  });

  test.each(['', '\n \t\n', '***', '&nbsp;', '#\n\n>\n\n-', '<br>'])(
    'has an empty body: %j',
    async (body) => {
      expect(await read(withBody(body))).toBe(
        'a.md\n  line 4: The article has no body.\n    Write the text of the article below the front matter.',
      );
    },
  );

  test('has a deeply nested body', async () => {
    expect(await read(withBody(`one\n\n${'>'.repeat(5000)} two`))).toMatchInlineSnapshot(`
      "a.md
        line 6: The body is nested too deeply to be rendered. At most 100 levels are allowed.
          Look for long runs of > or list markers, and break them up."
    `);
  });

  test('has problems in front matter, body and pictures, which are described together', async () => {
    const text = '---\nheadline: A\npublished: soon\n---\n\none\n\n![b](./b.png)\n\n![c](https:c)';
    expect(await read(`${text}\n\n![d](/d.png)`)).toMatchInlineSnapshot(`
      "a.md
        line 3, published: "soon" is not a valid date.
          Write a date, 2023-09-19, or a date and time with an offset, 2023-09-19T14:30:00+03:00
        line 8: The picture b.png does not exist.
          Put the picture there, or correct the path. Upper and lower case matter.
        line 12: The path "/d.png" begins with a slash.
          Write the path of a picture beside the article: ![What it shows](./photo.jpg)"
    `);
  });
});

describe('comments', () => {
  const image = (keys: string): string => `---\nheadline: A\nimage:\n${keys}\n---\nbody`;

  test('cause warnings with lines and keys, also for cached articles', async () => {
    const text = '---\nheadline: A\nimage:\n  caption: C <!-- d -->\n---\n\n<!-- e -->f';
    const folder = await temporaryFolder({ 'a.md': text });
    const cold = await readAll(folder);
    const warm = await readAll(folder);
    expect([cold.parsed, warm.parsed]).toEqual([1, 0]);
    expect(warm.warnings).toEqual(cold.warnings);
    expect(describeProblems(warm.warnings).replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "a.md
        line 4, image.caption: The comment is left out: <!-- d -->
          To show it to readers, write \\<!-- in place of <!--.
        line 7: The comment is left out: <!-- e -->
          To show it to readers, write \\<!-- in place of <!--."
    `);
  });

  test('cause warnings for each file with the same text', async () => {
    const text = withBody('<!-- a -->b');
    const folder = await temporaryFolder({ 'a.md': text, 'b.md': text });
    const files = ['a', 'b'].map((slug) => ({ slug, file: `${folder}/${slug}.md` }));
    const cache = openCache(join(folder, 'cache.db'));
    const reading = { publicationLanguage: 'en', version: '1', now: 0, cache };
    const { warnings } = await readArticleFiles(files, reading);
    expect(warnings.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  });

  test('in plain text are errors, and no article goes out', async () => {
    expect(await read('---\nheadline: A\nkicker: B <!-- c -->\n---\nbody')).toMatchInlineSnapshot(`
      "a.md
        line 3, kicker: The text contains <!--, but this key is plain text, so readers would see the comment.
          Move the comment to a line of its own, and begin the line with #."
    `);
  });

  test('that are never closed are errors in a body and a caption', async () => {
    expect(await read(withBody('a\n\nb <!-- c'))).toMatchInlineSnapshot(`
      "a.md
        line 6: A comment is opened with <!-- and never closed.
          Close it with -->. To show <!-- to readers, write \\<!-- or put it in backticks."
    `);
    expect(await read(image('  caption: a <!-- b'))).toContain(
      'line 4, image.caption: A comment is opened with <!-- and never closed.',
    );
  });

  test('without other text are errors in a body and a credit', async () => {
    expect(await read(withBody('<!-- a -->'))).toContain('The article has no body.');
    expect(await read(image('  credit: <!-- a -->'))).toMatchInlineSnapshot(`
      "a.md
        line 4, image.credit: The value is only a comment.
          Write text, or remove the key. Comments in front matter begin with #."
    `);
  });
});

test.each([
  ['its body', '---\nheadline: A\n---\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n', 5],
  [
    'its front matter',
    '---\n<<<<<<< HEAD\nheadline: A\n=======\nheadline: B\n>>>>>>> x\n---\na',
    2,
  ],
])('a merge conflict in %s is the only error', async (_, text, line) => {
  expect(await read(text)).toMatch(
    new RegExp(`^a\\.md\n {2}line ${line}: The file has an unresolved merge conflict: .*\n.*$`),
  );
});

test('a body with only an invalid picture is not reported as empty', async () => {
  expect(await read(withBody('![a](/b.png)'))).not.toContain('no body');
});

describe('the pictures of an article', () => {
  const lead = '---\nheadline: A\nimage:\n  file: b.jpg\n  alt: c\n---\nbody';

  test('can have any supported format, and paths with or without ./', async () => {
    const painted = await paint('png', 8, 8);
    const pictures = (['jpeg', 'png', 'webp', 'avif', 'gif'] as const).map(async (format) => {
      return [`${format}.${format}`, await sharp(painted).toFormat(format).toBuffer()] as const;
    });
    const files = Object.fromEntries(await Promise.all(pictures));
    const body = Object.keys(files).map(
      (file, index) => `![${file}](${index % 2 ? './' : ''}${file})`,
    );
    expect(await read(withBody(body.join('\n\n')), files)).toMatchObject({
      body: { pictures: [{ file: './jpeg.jpeg' }, { file: './png.png' }, {}, {}, {}] },
    });
  });

  test('can have names in any writing system, with spaces, and be in folders', async () => {
    const painted = await paint('png', 8, 8);
    const body = '![a](<мой порт.png>)\n\n![b](parts/b%20c.PNG)';
    expect(
      await read(withBody(body), { 'мой порт.png': painted, 'parts/b c.PNG': painted }),
    ).toMatchObject({
      body: { pictures: [{ file: './мой порт.png' }, { file: './parts/b c.PNG' }] },
    });
  });

  test.each(['NFC', 'NFD'] as const)(
    'can have names on disk in another Unicode form than in the article: %s',
    async (form) => {
      const [written, onDisk] = form === 'NFC' ? ['NFD', 'NFC'] : ['NFC', 'NFD'];
      const path = 'Übersicht/Köln.png';
      const result = await read(withBody(`![a](${path.normalize(written)})`), {
        [path.normalize(onDisk)]: await paint('png', 8, 8),
      });
      expect(result).toMatchObject({
        body: { pictures: [{ file: `./${path.normalize(written)}` }] },
      });
    },
  );

  test('change the version of their article, also if their names differ in Unicode form', async () => {
    const picture = 'Ko\u0308ln.png';
    const folder = await temporaryFolder({
      'a.md': withBody('![a](K\u00F6ln.png)'),
      [picture]: await paint('png', 8, 8),
    });
    const before = await readIn(folder);
    await writeFile(join(folder, picture), await paint('png', 9, 9));
    const [first, second] = [before, await readIn(folder)].map(versionOf);
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
  });

  test('that Git LFS has not fetched are errors', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;
    expect(await read(lead, { 'b.jpg': pointer })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg is a Git LFS pointer. Git LFS has not fetched the picture.
          Run: git lfs pull"
    `);
  });

  test('that are missing are errors with key and line', async () => {
    expect(await read(lead)).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg does not exist.
          Put the picture there, or correct the path. Upper and lower case matter."
    `);
    expect(await read(withBody('one\n\n![b](./B.jpg)'), { 'b.jpg': await paint('jpeg', 8, 8) }))
      .toMatchInlineSnapshot(`
        "a.md
          line 6: The picture B.jpg does not exist.
            Put the picture there, or correct the path. Upper and lower case matter."
      `);
  });

  test('that cannot be decoded are errors', async () => {
    expect(await read(lead, { 'b.jpg': 'not a picture' })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg cannot be decoded: Input file contains unsupported image format.
          Open it in an image editor, and save it as JPEG, PNG, WebP, AVIF or GIF."
    `);
    expect(await read(lead, { 'b.jpg': '' })).toContain('cannot be decoded');
  });

  test('that are truncated are errors', async () => {
    const whole = await paint('jpeg', 200, 200);
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await read(lead, { 'b.jpg': half })).toMatch(
      /The picture b\.jpg cannot be decoded: .+\./,
    );
  });

  test('that are SVG with another extension are errors', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>a</script></svg>';
    expect(await read(lead, { 'b.jpg': svg })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg is in SVG format, despite its name.
          Open it in an image editor, and save it as JPEG, PNG, WebP, AVIF or GIF."
    `);
  });

  test('in a format that browsers do not support are errors', async () => {
    const tiff = await sharp(await paint('png', 8, 8))
      .tiff()
      .toBuffer();
    expect(await read(lead, { 'b.jpg': tiff })).toContain('The picture b.jpg is in TIFF format');
  });

  test('with too many pixels are errors', async () => {
    const line = { width: 20_000, height: 5_100, channels: 3, background: '#fff' } as const;
    const huge = await sharp({ create: line, limitInputPixels: false }).png().toBuffer();
    expect(await read(withBody('![a](b.png)'), { 'b.png': huge })).toMatchInlineSnapshot(`
      "a.md
        line 4: The picture b.png has 20000 × 5100 pixels. The limit is 100 million.
          Make it smaller. A width of 2,400 pixels is enough for every screen."
    `);
  });

  test('with too many pixels in all frames are errors', async () => {
    const gif = await noisyAnimation();
    for (const at of framesOf(gif)) gif.writeUInt32LE(6000 * 0x1_0001, at + 5);
    expect(await read(withBody('![a](b.gif)'), { 'b.gif': gif })).toMatchInlineSnapshot(`
      "a.md
        line 4: The picture b.gif has 3 frames of 6000 × 6000 pixels. The limit for all frames together is 100 million.
          Make it smaller. A width of 2,400 pixels is enough for every screen."
    `);
  });

  describe('that are animations', () => {
    const article = withBody('![a](b.gif)');

    test.each(BROKEN_GIFS)('are errors $fault', async ({ breakGif }) => {
      const gif = breakGif(await noisyAnimation());
      expect(await read(article, { 'b.gif': gif })).toMatch(
        /The picture b\.gif (?:cannot be decoded: .+|is incomplete)\./,
      );
    });

    test('are valid with or without data after their end', async () => {
      const gif = await noisyAnimation();
      for (const bytes of [gif, Buffer.concat([gif, Buffer.from('more')])]) {
        expect(await read(article, { 'b.gif': bytes })).toHaveProperty('slug', 'a');
      }
    });
  });

  test.each([
    '/etc/passwd.jpg',
    '../b.jpg',
    'c/../../b.jpg',
    'https:b.jpg',
    '//b.org/b.jpg',
    'b.svg',
    '"b\\0.jpg"',
  ])('that are not beside the article are errors: %s', async (path) => {
    expect(await read(lead.replace('b.jpg', path))).toContain('line 4, image.file:');
  });

  test('with names that are too long for a file system are errors', async () => {
    const path = `${'b'.repeat(300)}.jpg`;
    expect(await read(lead.replace('b.jpg', path))).toContain(
      `line 4, image.file: The picture ${path} does not exist.`,
    );
  });

  test('that are symbolic links, in linked folders, or folders are errors', async () => {
    const folder = await temporaryFolder({
      'outside/secret.jpg': await paint('jpeg', 8, 8),
      'content/a.md': withBody('![a](link.jpg)\n\n![b](folder/secret.jpg)\n\n![c](directory.jpg)'),
    });
    await symlink(join(folder, 'outside/secret.jpg'), join(folder, 'content/link.jpg'));
    await symlink(join(folder, 'outside'), join(folder, 'content/folder'));
    await mkdir(join(folder, 'content/directory.jpg'));
    expect(await readIn(join(folder, 'content'))).toMatchInlineSnapshot(`
      "a.md
        line 4: link.jpg is a symbolic link.
          Replace it with a copy of what it leads to.
        line 6: folder is a symbolic link.
          Replace it with a copy of what it leads to.
        line 8: directory.jpg is not a file.
          Put the picture there, or correct the path. Upper and lower case matter."
    `);
  });
});

/** Returns a GIF with three different frames of 60 × 60 pixels. */
async function noisyAnimation(): Promise<Buffer> {
  const size = { width: 60, height: 60, channels: 3, background: '#000' } as const;
  const frames = [80, 120, 160].map((mean) => {
    const noise = { type: 'gaussian', mean, sigma: 40 } as const;
    return sharp({ create: { ...size, noise } })
      .png()
      .toBuffer();
  });
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();
}

/** Ways to break an animation after its first frame. */
const BROKEN_GIFS: readonly { fault: string; breakGif: (gif: Buffer) => Buffer }[] = [
  {
    fault: 'if they are truncated in the second frame',
    breakGif: (gif) => gif.subarray(0, codesOfSecondFrame(gif) + 100),
  },
  { fault: 'without a trailer', breakGif: (gif) => gif.subarray(0, -1) },
  {
    fault: 'with invalid codes in the second frame',
    // After the code size and the size of the first sub-block.
    breakGif: (gif) => gif.fill(0xff, codesOfSecondFrame(gif) + 2, codesOfSecondFrame(gif) + 257),
  },
  {
    fault: 'with an invalid code size in the second frame',
    breakGif: (gif) => gif.fill(13, codesOfSecondFrame(gif), codesOfSecondFrame(gif) + 1),
  },
];

/** Returns the offset of the image data of the second frame. */
function codesOfSecondFrame(gif: Buffer): number {
  const second = framesOf(gif)[1] ?? 0;
  // After the colour table. The flags contain its size.
  return second + 10 + 3 * 2 ** (((gif[second + 9] ?? 0) & 7) + 1);
}

/** Returns the offsets of the frames of `noisyAnimation`. */
function framesOf(gif: Buffer): number[] {
  // A separator, the position 0, 0, and the size.
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 60, 0, 60, 0]);
  const found = [];
  for (let at = gif.indexOf(frame); at !== -1; at = gif.indexOf(frame, at + 1)) found.push(at);
  return found;
}
