import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { keptBody } from '../../../src/content/article-cache.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readArticleFiles } from '../../../src/content/read-article-files.ts';
import { paint } from '../../paint.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An article beside these files: what was read, or what its publisher is told. */
async function read(article: string | Uint8Array, files: Record<string, string | Uint8Array> = {}) {
  return readIn(await temporaryFolder({ 'a.md': article, ...files }));
}

async function readIn(folder: string) {
  const { cache, articles, problems } = await readAll(folder);
  const [article] = articles;
  if (!article) return describeProblems(problems).replaceAll(`${folder}/`, '');
  return { ...article, body: { ...article.body, html: keptBody(cache, article.digest) } };
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

test('a byte order mark and any line ends are no hindrance', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `\uFEFF${withBody('one\n\ntwo\n').replaceAll('\n', end)}`;
    expect(await read(text)).toMatchObject({ body: { html: '<p>one</p>\n<p>two</p>' } });
  }
});

test('a second front matter, as it seems, is a body', async () => {
  expect(await read(withBody('---\nslug: b\n---\n'))).toMatchObject({
    slug: 'a',
    body: { html: '<hr>\n<h2 id="section-slug-b"><a href="#section-slug-b">slug: b</a></h2>' },
  });
});

describe('a file that cannot be an article is told', () => {
  test('with a key that would be another address', async () => {
    expect(await read('---\nheadline: A\nslug: b\n---\nbody')).toMatchInlineSnapshot(`
      "a.md
        line 3, slug: There is no key "slug".
          The keys are: headline, standfirst, byline, dateline, published, updated, language, topics, image, source, draft."
    `);
  });

  test('that is not UTF-8, with the line', async () => {
    const bytes = Buffer.concat([Buffer.from(withBody('one\n')), Buffer.from([0xcf, 0xf0])]);
    expect(await read(bytes)).toMatchInlineSnapshot(`
      "a.md
        line 5: The file is not UTF-8 from this line on.
          Save the file as UTF-8. Text in another encoding is brought in by: npm run import -- --encoding NAME FILE"
    `);
  });

  test('that holds NUL, with the line', async () => {
    expect(await read(withBody('one\n\0'))).toMatchInlineSnapshot(`
      "a.md
        line 5: The line holds the character NUL (U+0000).
          Take it out: it is no part of a text."
    `);
  });

  test('that is a folder', async () => {
    const folder = await temporaryFolder({ 'a.md/': '' });
    expect(await readIn(folder)).toMatchInlineSnapshot(`
      "a.md
        The file cannot be read.
          Look whether it is a file, and whether you may read it."
    `);
  });

  test('that is not there', async () => {
    expect(await readIn(await temporaryFolder())).toContain('The file cannot be read.');
  });

  test.each(['', '\n \t\n', '***', '&nbsp;', '#\n\n>\n\n-', '<br>'])(
    'whose body shows nothing: %j',
    async (body) => {
      expect(await read(withBody(body))).toBe(
        'a.md\n  line 4: The article has no body.\n    Write the text of the article below the line that closes the front matter.',
      );
    },
  );

  test('whose body is nested too deeply, with the line', async () => {
    expect(await read(withBody(`one\n\n${'>'.repeat(5000)} two`))).toMatchInlineSnapshot(`
      "a.md
        line 6: The body is nested too deeply to be rendered: 100 levels are the most.
          Look for long runs of > or of list markers, and take them apart."
    `);
  });

  test('with all that is wrong about front matter, body and pictures, each with its line', async () => {
    const text = '---\nheadline: A\npublished: soon\n---\n\none\n\n![b](./b.png)\n\n![c](https:c)';
    expect(await read(`${text}\n\n![d](/d.png)`)).toMatchInlineSnapshot(`
      "a.md
        line 3, published: "soon" is not a valid date.
          Write a date, 2023-09-19, or a date and time with an offset, 2023-09-19T14:30:00+03:00
        line 8: There is no picture b.png.
          Put the picture there, or correct the path. Capital and small letters count.
        line 12: The path "/d.png" begins with a slash.
          Write the path of a picture beside the article: ![What it shows](./photo.jpg)"
    `);
  });
});

describe('comments', () => {
  const image = (keys: string): string => `---\nheadline: A\nimage:\n${keys}\n---\nbody`;

  test('are warnings, with lines and keys, whether the article is parsed or taken from the cache', async () => {
    const text = '---\nheadline: A <!-- b -->\nimage:\n  caption: C <!-- d -->\n---\n\n<!-- e -->f';
    const folder = await temporaryFolder({ 'a.md': text });
    const cold = await readAll(folder);
    const warm = await readAll(folder);
    expect([cold.parsed, warm.parsed]).toEqual([1, 0]);
    expect(warm.warnings).toEqual(cold.warnings);
    expect(describeProblems(warm.warnings).replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The text holds <!-- … -->, and will be published with it: this key is plain text.
          Write comments in front matter on a line of their own, after a #.
        line 4, image.caption: The comment is left out: <!-- d -->
          To show it to readers, write \\<!-- in place of <!--.
        line 7: The comment is left out: <!-- e -->
          To show it to readers, write \\<!-- in place of <!--."
    `);
  });

  test('are warnings of the file they are in, also if another has the same text', async () => {
    const text = withBody('<!-- a -->b');
    const folder = await temporaryFolder({ 'a.md': text, 'b.md': text });
    const files = ['a', 'b'].map((slug) => ({ slug, file: `${folder}/${slug}.md` }));
    const cache = openCache(join(folder, 'cache.db'));
    const reading = { publicationLanguage: 'en', version: '1', now: 0, cache };
    const { warnings } = await readArticleFiles(files, reading);
    expect(warnings.map(({ file }) => file)).toEqual(files.map(({ file }) => file));
  });

  test('that are never closed are told, in the body and in a caption', async () => {
    expect(await read(withBody('a\n\nb <!-- c'))).toMatchInlineSnapshot(`
      "a.md
        line 6: A comment is opened with <!-- and never closed.
          Close it with -->. To show <!-- to readers, write \\<!-- or put it in backticks."
    `);
    expect(await read(image('  caption: a <!-- b'))).toContain(
      'line 4, image.caption: A comment is opened with <!-- and never closed.',
    );
  });

  test('that are all there is are told, in the body and in a caption', async () => {
    expect(await read(withBody('<!-- a -->'))).toContain('The article has no body.');
    expect(await read(image('  credit: <!-- a -->'))).toMatchInlineSnapshot(`
      "a.md
        line 4, image.credit: The value is only a comment, so there is nothing to show.
          Write a text, or leave out the key. Comments in front matter begin with #."
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
])('a merge conflict in %s is all that is told', async (_, text, line) => {
  const told = await read(text);
  expect(told).toMatch(
    new RegExp(`^a\\.md\n {2}line ${line}: Git has left a merge conflict here: .*\n.*$`),
  );
});

test('a body that is a bad picture alone is not told to be absent', async () => {
  expect(await read(withBody('![a](/b.png)'))).not.toContain('no body');
});

describe('the pictures of an article', () => {
  const lead = '---\nheadline: A\nimage:\n  file: b.jpg\n  alt: c\n---\nbody';

  test('are read in every format, and named with or without ./', async () => {
    const painted = await paint('png', 8, 8);
    const files = Object.fromEntries(
      await Promise.all(
        (['jpeg', 'png', 'webp', 'avif', 'gif'] as const).map(async (format) => [
          `${format}.${format}`,
          await sharp(painted).toFormat(format).toBuffer(),
        ]),
      ),
    ) as Record<string, Buffer>; // Object.fromEntries forgets the types of pairs.
    const body = Object.keys(files).map(
      (file, index) => `![${file}](${index % 2 ? './' : ''}${file})`,
    );
    expect(await read(withBody(body.join('\n\n')), files)).toMatchObject({
      body: { pictures: [{ file: './jpeg.jpeg' }, { file: './png.png' }, {}, {}, {}] },
    });
  });

  test('may have names of any script, with spaces, and stand in folders', async () => {
    const painted = await paint('png', 8, 8);
    const body = '![a](<мой порт.png>)\n\n![b](parts/b%20c.PNG)';
    expect(
      await read(withBody(body), { 'мой порт.png': painted, 'parts/b c.PNG': painted }),
    ).toMatchObject({
      body: { pictures: [{ file: './мой порт.png' }, { file: './parts/b c.PNG' }] },
    });
  });

  test.each(['NFC', 'NFD'] as const)(
    'may be named in another Unicode form than the article names them: in %s',
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

  test('change the version of their article when they change, in whichever form they are named', async () => {
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

  test('that Git LFS has not fetched are told, with the command that does', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;
    expect(await read(lead, { 'b.jpg': pointer })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg is a Git LFS pointer: the picture itself has not been fetched.
          Run: git lfs pull"
    `);
  });

  test('that are not there are told, with key and line', async () => {
    expect(await read(lead)).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: There is no picture b.jpg.
          Put the picture there, or correct the path. Capital and small letters count."
    `);
    expect(await read(withBody('one\n\n![b](./B.jpg)'), { 'b.jpg': await paint('jpeg', 8, 8) }))
      .toMatchInlineSnapshot(`
      "a.md
        line 6: There is no picture B.jpg.
          Put the picture there, or correct the path. Capital and small letters count."
    `);
  });

  test('that cannot be decoded are told', async () => {
    expect(await read(lead, { 'b.jpg': 'not a picture' })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg cannot be decoded: Input file contains unsupported image format.
          Open it in a picture editor and save it anew as JPEG, PNG, WebP, AVIF or GIF."
    `);
    expect(await read(lead, { 'b.jpg': '' })).toContain('cannot be decoded');
  });

  test('that break off in the middle are told', async () => {
    const whole = await paint('jpeg', 200, 200);
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    expect(await read(lead, { 'b.jpg': half })).toMatch(
      /The picture b\.jpg cannot be decoded: .+\./,
    );
  });

  test('that are programs under another name are told', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>a</script></svg>';
    expect(await read(lead, { 'b.jpg': svg })).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture b.jpg is SVG inside, whatever its name says.
          Open it in a picture editor and save it anew as JPEG, PNG, WebP, AVIF or GIF."
    `);
  });

  test('that are of a format which browsers do not know are told', async () => {
    const tiff = await sharp(await paint('png', 8, 8))
      .tiff()
      .toBuffer();
    expect(await read(lead, { 'b.jpg': tiff })).toContain('The picture b.jpg is TIFF inside');
  });

  test('that would take all memory to decode are told', async () => {
    const line = { width: 20_000, height: 5_100, channels: 3, background: '#fff' } as const;
    const huge = await sharp({ create: line, limitInputPixels: false }).png().toBuffer();
    expect(await read(withBody('![a](b.png)'), { 'b.png': huge })).toMatchInlineSnapshot(`
      "a.md
        line 4: The picture b.png has 20000 × 5100 pixels, more than 100 million.
          Make it smaller: 2,400 pixels across are enough for every screen."
    `);
  });

  test('count with all frames of an animation', async () => {
    const gif = await noisyAnimation();
    for (const at of framesOf(gif)) gif.writeUInt32LE(6000 * 0x1_0001, at + 5);
    expect(await read(withBody('![a](b.gif)'), { 'b.gif': gif })).toMatchInlineSnapshot(`
      "a.md
        line 4: The picture b.gif has 3 frames of 6000 × 6000 pixels, in all more than 100 million.
          Make it smaller: 2,400 pixels across are enough for every screen."
    `);
  });

  describe('that are animations are decoded to their end', () => {
    const article = withBody('![a](b.gif)');

    test.each(BROKEN_GIFS)('a GIF $fault is told', async ({ breakGif }) => {
      const gif = breakGif(await noisyAnimation());
      expect(await read(article, { 'b.gif': gif })).toMatch(
        /The picture b\.gif (?:cannot be decoded: .+|breaks off before its end)\./,
      );
    });

    test('a whole GIF is read, whatever follows its end', async () => {
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
  ])('that are elsewhere are told, whether they are there or not: %s', async (path) => {
    expect(await read(lead.replace('b.jpg', path))).toContain('line 4, image.file:');
  });

  test('whose names no disk can hold are told', async () => {
    const path = `${'b'.repeat(300)}.jpg`;
    expect(await read(lead.replace('b.jpg', path))).toContain(
      `line 4, image.file: There is no picture ${path}.`,
    );
  });

  test('that are symbolic links, or behind one, or folders, are told', async () => {
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
          Put the picture there, or correct the path. Capital and small letters count.
        line 6: folder is a symbolic link.
          Put the picture there, or correct the path. Capital and small letters count.
        line 8: directory.jpg is not a file.
          Put the picture there, or correct the path. Capital and small letters count."
    `);
  });
});

/** Three frames of 60 × 60 pixels, no two alike. */
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

/** Ways to break an animation that leave its first frame whole. */
const BROKEN_GIFS: readonly { fault: string; breakGif: (gif: Buffer) => Buffer }[] = [
  {
    fault: 'that breaks off in its second frame',
    breakGif: (gif) => gif.subarray(0, codesOfSecondFrame(gif) + 100),
  },
  { fault: 'without an end', breakGif: (gif) => gif.subarray(0, -1) },
  {
    fault: 'with codes in its second frame that mean nothing',
    // After the size of the codes, and that of their first part.
    breakGif: (gif) => gif.fill(0xff, codesOfSecondFrame(gif) + 2, codesOfSecondFrame(gif) + 257),
  },
  {
    fault: 'with codes of an impossible size in its second frame',
    breakGif: (gif) => gif.fill(13, codesOfSecondFrame(gif), codesOfSecondFrame(gif) + 1),
  },
];

/** Where the data of the second frame begin. */
function codesOfSecondFrame(gif: Buffer): number {
  const second = framesOf(gif)[1] ?? 0;
  // After its colours, of which the flags say how many there are.
  return second + 10 + 3 * 2 ** (((gif[second + 9] ?? 0) & 7) + 1);
}

/** Where the frames of `noisyAnimation` begin. */
function framesOf(gif: Buffer): number[] {
  // Each begins with its place at the top left, and its size.
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 60, 0, 60, 0]);
  const found = [];
  for (let at = gif.indexOf(frame); at !== -1; at = gif.indexOf(frame, at + 1)) found.push(at);
  return found;
}
