import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { scratchProject, type CommandResult, type ScratchProject } from '../scratch-project.ts';
import { filesIn } from './files-in.ts';

/* No file of the site contains comments, or articles with a future date. */

vi.setConfig({ testTimeout: 120_000 });

/** Stays the same in lower case and after stemming. */
const SECRET = 'zqxjk';

const BODY = `The first paragraph<!-- ask ${SECRET} first -->, and a note.[^1]

<!--
${SECRET} over lines

and paragraphs
-->

A paragraph <!-- ${SECRET}

over two --> with \`<!-- code -->\`.

[^1]: The note. <!-- ${SECRET} -->

[//]: # (ask ${SECRET})
`;

const ARTICLE = `---
headline: An article
published: 2024-01-01
# ${SECRET} in a comment of YAML
topics: [Ports]
image:
  caption: A caption <!-- ${SECRET} -->
  credit: <!-- ${SECRET} --> A credit
translationOf: ${SECRET}
---
${BODY}`;

const LATER = `---
headline: The ${SECRET} article
published: 2998-01-01
topics: [${SECRET}, Ports]
language: de
---
It leads to [the first](open.md), and says ${SECRET}.
`;

let project: ScratchProject;
let first: CommandResult;

beforeAll(async () => {
  project = await scratchProject();
  const publication = 'name: Scratch\nlanguage: en\nurl: https://example.org/\n';
  await project.write('content/publication.yaml', publication);
  await project.write('content/articles/open.md', ARTICLE);
  await project.write(`content/articles/${SECRET}.md`, LATER);
  const date = '2998-01-01T09:30:00+02:00';
  await project.write(`content/articles/${SECRET}-2.md`, LATER.replace('2998-01-01', date));
  first = await project.build();
}, 120_000);

afterAll(() => project.remove());

/** Returns the files of the site with a text in their names or contents. */
function filesWith(text: string): string[] {
  const dist = join(project.folder, 'dist');
  const files = filesIn(dist);
  expect(files.length).toBeGreaterThan(20);
  return files.filter((file) =>
    `${file}\n${readText(join(dist, file))}`.toLowerCase().includes(text),
  );
}

/** Decompresses gzip files, which the search index has. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Returns the lines of a report without the one that contains the build time. */
function stableLines(text: string): string[] {
  return text.split('\n').filter((line) => !line.startsWith('Built '));
}

test('no file of the site contains text of a comment, or of an article with a future date', () => {
  expect(filesWith(SECRET)).toEqual([]);
});

test('the text around comments is in the page, the feeds, the search index and the Markdown copy', () => {
  expect(filesWith('over two')).toEqual([]);
  const files = filesWith('first paragraph');
  for (const file of ['articles/open.html', 'articles/open.md', 'atom.xml', 'feed.json', 'rss.xml'])
    expect(files).toContain(file);
  expect(files.some((file) => file.startsWith('pagefind/'))).toBe(true);
});

test('the Markdown copy has the body without comments', async () => {
  const copy = await readFile(join(project.folder, 'dist/articles/open.md'), 'utf8');
  const comment = new RegExp(`<!--[^-]*${SECRET}[\\s\\S]*?-->|\\[//\\]: .*`, 'g');
  const body = BODY.replaceAll(comment, '');
  expect(copy.slice(-body.length - 4)).toBe(`---\n${body}`);
  expect(body).toContain('`<!-- code -->`');
});

test('a build reports comments and articles with a future date', () => {
  expect(first.exitCode).toBe(0);
  expect(first.stdout).toMatch(/^Built 1 article into /);
  expect(stableLines(first.stdout).join('\n')).toMatchInlineSnapshot(`
    "Held back until 2998-01-01, 00:00 UTC: content/articles/zqxjk.md
    Held back until 2998-01-01T09:30:00+02:00: content/articles/zqxjk-2.md
    "
  `);
  expect(first.stderr).toMatchInlineSnapshot(`
    "
    content/articles/open.md
      line 7, image.caption: The comment is left out: <!-- zqxjk -->
        To show it to readers, write \\<!-- in place of <!--.
      line 8, image.credit: The comment is left out: <!-- zqxjk -->
        To show it to readers, write \\<!-- in place of <!--.
      line 11: The comment is left out: <!-- ask zqxjk first -->
        To show it to readers, write \\<!-- in place of <!--.
      line 13: The comment of 5 lines is left out: <!-- zqxjk over lines and paragraphs -->
        To show it to readers, write \\<!-- in place of <!--.
      line 19: The comment of 3 lines is left out: <!-- zqxjk over two -->
        To show it to readers, write \\<!-- in place of <!--.
      line 23: The comment is left out: <!-- zqxjk -->
        To show it to readers, write \\<!-- in place of <!--.
      line 25: The comment is left out: [//]: # (ask zqxjk)
        To show it to readers, write \\[ in place of [.

    7 warnings in the content.

    "
  `);
});

test('the next build reports the same, with and without a cache', async () => {
  const unchanged = await project.build();
  expect(unchanged.stdout).toContain('Nothing has changed');
  await rm(join(project.folder, '.astro'), { recursive: true });
  const cold = await project.build();
  for (const { stdout, stderr } of [unchanged, cold]) {
    expect(stderr).toBe(first.stderr);
    expect(stableLines(stdout)).toEqual(stableLines(first.stdout));
  }
});

test('`--strict` makes warnings fail the build, with and without a cache', async () => {
  for (const attempt of ['unchanged', 'cold']) {
    if (attempt === 'cold') await rm(join(project.folder, '.astro'), { recursive: true });
    const { exitCode, stdout, stderr } = await project.build('--strict');
    expect({ attempt, exitCode, stdout }).toEqual({ attempt, exitCode: 1, stdout: '' });
    expect(stderr).toContain(`line 11: The comment is left out: <!-- ask ${SECRET} first -->`);
    expect(stderr).toContain('dist/ is as it was');
  }
  expect((await project.build()).exitCode).toBe(0);
});

describe('a build fails because of', () => {
  afterEach(() => rm(join(project.folder, 'content/articles/bad.md'), { force: true }));

  test.each([
    [
      'a merge conflict',
      '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x',
      'line 4: The file has an unresolved merge',
    ],
    ['a comment without an end', 'a\n\n<!-- b', 'line 6: A comment is opened'],
    [
      'a link to an article with a future date',
      `[a](${SECRET}.md)`,
      'held back until 2998-01-01, 00:00 UTC',
    ],
  ])('%s', async (_, body, wrong) => {
    await project.write('content/articles/bad.md', `---\nheadline: Bad\n---\n${body}\n`);
    const { exitCode, stderr } = await project.build();
    expect(exitCode).toBe(1);
    expect(stderr).toContain(wrong);
    expect(filesWith('bad.html')).toEqual([]);
  });
});

describe('after the date of an article', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('the next build publishes it, although no file has changed', async () => {
    await project.build();
    expect((await project.build()).stdout).toContain('Nothing has changed');
    const shift = Date.parse('2998-01-01T00:00:00Z') - Date.now() + 1000;
    vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${moveClock(shift)}`);
    const { exitCode, stdout } = await project.build();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Built 2 articles /);
    expect(stdout).toContain('Held back until 2998-01-01T09:30:00+02:00');
    expect(filesWith(SECRET)).toContain(`articles/${SECRET}.html`);
    expect(filesWith(SECRET)).toContain('news-sitemap.xml');
  });

  /** Returns a script without spaces that moves the clock of a process. */
  function moveClock(milliseconds: number): string {
    return `const{now}=Date;Date.now=()=>now()+${milliseconds}`;
  }
});

test('the dev server shows articles with a future date only with --future', async () => {
  const startAndFetch = async (...options: string[]) => {
    const server = await project.start('dev', ...options);
    const [open, later, front] = await Promise.all(
      ['articles/open.html', `articles/${SECRET}.html`, ''].map((path) => fetch(server.url + path)),
    );
    const list = await front?.text();
    await server.stop();
    expect(open?.status).toBe(200);
    expect(server.printed()).toContain('The comment is left out');
    return { later: later?.status, isListed: list?.includes(SECRET) };
  };
  expect(await startAndFetch()).toEqual({ later: 404, isListed: false });
  expect(await startAndFetch('--future')).toEqual({ later: 200, isListed: true });
});
