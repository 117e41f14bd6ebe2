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

test('an unchanged build reports the same', async () => {
  const { stdout, stderr } = await project.build();
  expect(stdout).toContain('Nothing has changed');
  expect(stderr).toBe(first.stderr);
  expect(stableLines(stdout)).toEqual(stableLines(first.stdout));
});

test('`--strict` makes warnings fail the build, with and without a cache', async () => {
  for (const attempt of ['unchanged', 'cold']) {
    if (attempt === 'cold') await rm(join(project.folder, '.astro'), { recursive: true });
    const { exitCode, stdout, stderr } = await project.build('--strict');
    expect({ attempt, exitCode, stdout }).toEqual({ attempt, exitCode: 1, stdout: '' });
    expect(stderr).toContain(`line 11: The comment is left out: <!-- ask ${SECRET} first -->`);
    expect(stderr).toContain('dist/ is as it was');
  }
  await rm(join(project.folder, '.astro'), { recursive: true });
  const withoutIt = await project.build();
  expect(withoutIt.exitCode).toBe(0);
  expect(withoutIt.stderr).toBe(first.stderr);
  expect(stableLines(withoutIt.stdout)).toEqual(stableLines(first.stdout));
});

test.each([
  [
    'a merge conflict, and a comment without an end',
    {
      'bad.md': '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x',
      'worse.md': 'a\n\n<!-- b',
    },
    ['line 4: The file has an unresolved merge', 'line 6: A comment is opened'],
  ],
  [
    'a link to an article with a future date',
    { 'bad.md': `[a](${SECRET}.md)` },
    ['held back until 2998-01-01, 00:00 UTC'],
  ],
])('a build fails because of %s', async (_, bodies, wrong) => {
  for (const [name, body] of Object.entries(bodies)) {
    await project.write(`content/articles/${name}`, `---\nheadline: Bad\n---\n${body}\n`);
  }
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  for (const words of wrong) expect(stderr).toContain(words);
  for (const name of Object.keys(bodies)) {
    expect(filesWith(name.replace('.md', '.html'))).toEqual([]);
    await rm(join(project.folder, 'content/articles', name));
  }
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

// Without the option, it doesn't: see `dev-server.test.ts`.
test('with --future, the dev server shows articles with a future date', async () => {
  const server = await project.start('dev', '--future');
  const read = async (path: string) => {
    const response = await fetch(server.url + path);
    return { status: response.status, text: await response.text() };
  };
  expect((await read('articles/open.html')).status).toBe(200);
  expect((await read(`articles/${SECRET}.html`)).status).toBe(200);
  expect((await read('')).text).toContain(SECRET);
  await server.stop();
  expect(server.printed()).toContain('The comment is left out');
});
