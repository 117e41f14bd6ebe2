import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

/** What a shell may say of other things, and Vite would take for its own constants. */
const shell = {
  BASE_URL: 'https://example.org/other',
  DEV: '1',
  MODE: 'test',
  PROD: '',
  SITE: 'a',
};

let project: ScratchProject;
/** The digests of the site's files before the builds that fail, by their paths. */
let lastGood: Record<string, string>;

const slugs = ['good', 'министр-обороны', '港口的清晨', 'v1.0', 'with-pictures'];

beforeAll(async () => {
  for (const [name, value] of Object.entries(shell)) vi.stubEnv(name, value);
  project = await scratchProject();
  for (const slug of slugs.slice(0, 4)) await project.write(...article(slug, `Body of ${slug}.`));
  await project.write(...article('with-pictures/index', '![a](b.png)\n\n![c](<мой порт.png>)'));
  await project.write(...article('not-yet', 'Later.', 'draft: true'));
  for (const name of ['b', 'мой порт']) {
    await project.write(`content/articles/with-pictures/${name}.png`, await paint('png', 40, 30));
  }
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Built 5 articles into dist\/ in [\d.]+ s, 1 draft left out\. 6 articles parsed, \d+ pages rendered, 0 reused\.$/m,
  );
  lastGood = await digests(join(project.folder, 'dist'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await project.remove();
});

function article(slug: string, body: string, keys = ''): [string, string] {
  return [`content/articles/${slug}.md`, `---\nheadline: ${slug}\n${keys}\n---\n${body}\n`];
}

async function digests(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const pairs = files.sort().map(async (file) => {
    const digest = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    return [file.slice(folder.length + 1), digest] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** Builds, and expects what every build that fails must keep. Returns what was told. */
async function failingBuild(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d|undefined|\[object/m);
  expect(await digests(join(project.folder, 'dist'))).toEqual(lastGood);
  const left = (await readdir(project.folder)).filter((name) => name.startsWith('.dist'));
  expect(left).toEqual([]);
  return stderr;
}

async function remove(...slugsOfBad: string[]): Promise<void> {
  for (const slug of slugsOfBad) await rm(join(project.folder, `content/articles/${slug}.md`));
}

test('articles in are pages out, whatever their names, and a draft has no page', () => {
  const pages = Object.keys(lastGood).filter((file) => /^articles\/.*\.html$/.test(file));
  expect(pages.sort()).toEqual(slugs.map((slug) => `articles/${slug}.html`).sort());
});

test('what the shell says does not change the pages', async () => {
  const page = await readFile(join(project.folder, 'dist/articles/good.html'), 'utf8');
  expect(page).toContain('Content-Security-Policy');
});

test('pages link to articles and pictures by names that are there', async () => {
  const front = await readFile(join(project.folder, 'dist/index.html'), 'utf8');
  const page = await readFile(join(project.folder, 'dist/articles/with-pictures.html'), 'utf8');
  const links = [
    ...[...front.matchAll(/href="(articles\/[^"]*)"/g)].map(([, link]) => link),
    ...[...page.matchAll(/src="\.\.\/([^"]*)"/g)].map(([, link]) => link),
  ];
  expect(links).toHaveLength(slugs.length + 2);
  for (const link of links) expect(Object.keys(lastGood)).toContain(decodeURIComponent(link ?? ''));
});

describe('a build with bad articles', () => {
  test('tells of all of them, from cold and from a warm cache alike', async () => {
    await project.write(...article('bad-key', 'Body.', 'standfrist: b'));
    await project.write(...article('bad-body', `${'>'.repeat(5000)} deep`));
    await project.write(...article('bad-picture', '![a](./missing.png)\n\n![b](./broken.png)'));
    await project.write('content/articles/h#x.md', '');
    await project.write('content/articles/broken.png', 'not a picture');
    const warm = await failingBuild();
    await rm(join(project.folder, '.astro'), { recursive: true });
    const cold = await failingBuild();
    expect(cold).toBe(warm);
    expect(cold).toMatchInlineSnapshot(`
      "
      content/articles/h#x.md
        The name contains characters that do not work in every address.
          Use letters, digits and hyphens: h-x

      content/articles/bad-body.md
        line 5: The body is nested too deeply to be rendered: 100 levels are the most.
          Look for long runs of > or of list markers, and take them apart.

      content/articles/bad-key.md
        line 3, standfrist: There is no key "standfrist".
          Did you mean "standfirst"?

      content/articles/bad-picture.md
        line 5: The picture content/articles/missing.png does not exist.
          Put the picture there, or correct the path. Upper and lower case matter.
        line 7: The picture content/articles/broken.png cannot be decoded: Input file contains unsupported image format.
          Open it in an image editor, and save it as JPEG, PNG, WebP, AVIF or GIF.

      5 problems in the content.

      Nothing was built: dist/ is as it was.
      "
    `);
  });

  test('has changed nothing of the good ones, once the bad ones are mended', async () => {
    await remove('bad-key', 'bad-body', 'bad-picture', 'h#x');
    await rm(join(project.folder, 'content/articles/broken.png'));
    const { exitCode } = await project.build();
    expect(exitCode).toBe(0);
    expect(await digests(join(project.folder, 'dist'))).toEqual(lastGood);
  });
});

test('a broken publication.yaml is told in plain words', async () => {
  await project.write('content/publication.yaml', 'title: Scratch\nlanguage: en\n');
  expect(await failingBuild()).toMatchInlineSnapshot(`
    "
    content/publication.yaml
      line 1, name: The key "name" is missing.
        Add a line: name: …
      line 1, title: There is no key "title".
        The keys are: name, language, description, url.

    2 problems in the content.

    Nothing was built: dist/ is as it was.
    "
  `);
  await project.write('content/publication.yaml', 'name: Scratch\nlanguage: en\n');
});

describe('what a killed build left', () => {
  test('is cleared away, and the last good site is brought back', async () => {
    const at = (name: string): string => join(project.folder, name);
    await rename(at('dist'), at('.dist-last'));
    await mkdir(at('.dist-next'));
    await cp(at('public'), at('.dist-next/half'), { recursive: true });
    await project.write(...article('bad', ''));
    expect(await failingBuild()).toContain('The article has no body.');
    await remove('bad');
  });
});
