import { cpSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { digestsIn } from './files-in.ts';

/** Environment variables with the names of Vite's constants. */
const environment = {
  BASE_URL: 'https://example.org/other',
  DEV: '1',
  MODE: 'test',
  PROD: '',
  SITE: 'a',
};

let project: ScratchProject;
/** The digests of the site's files before the failing builds. */
let lastGood: Record<string, string>;

const slugs = ['good', 'министр-обороны', '港口的清晨', 'v1.0', 'with-pictures'];

beforeAll(async () => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
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
  lastGood = digestsIn(join(project.folder, 'dist'));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await project.remove();
});

function article(slug: string, body: string, keys = ''): [string, string] {
  return [`content/articles/${slug}.md`, `---\nheadline: ${slug}\n${keys}\n---\n${body}\n`];
}

/** Runs a build that must fail without side effects, and returns its error message. */
async function failingBuild(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d|undefined|\[object/m);
  expect(digestsIn(join(project.folder, 'dist'))).toEqual(lastGood);
  const names = await readdir(project.folder);
  expect(names.filter((name) => name.startsWith('.dist'))).toEqual([]);
  return stderr;
}

async function removeArticles(...slugs: string[]): Promise<void> {
  for (const slug of slugs) await rm(join(project.folder, `content/articles/${slug}.md`));
}

test('every article except drafts has a page', () => {
  const pages = Object.keys(lastGood).filter((file) => /^articles\/.*\.html$/.test(file));
  expect(pages.sort()).toEqual(slugs.map((slug) => `articles/${slug}.html`).sort());
});

test('environment variables do not override the constants of Vite', async () => {
  const page = await readFile(join(project.folder, 'dist/articles/good.html'), 'utf8');
  expect(page).toContain('Content-Security-Policy');
});

test('links to articles and pictures name existing files', async () => {
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
  test('reports all of them, with and without a cache', async () => {
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
        line 5: The body is nested too deeply to be rendered. At most 100 levels are allowed.
          Look for long runs of > or list markers, and break them up.

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

  test('does not change the site once they are removed', async () => {
    await removeArticles('bad-key', 'bad-body', 'bad-picture', 'h#x');
    await rm(join(project.folder, 'content/articles/broken.png'));
    const { exitCode } = await project.build();
    expect(exitCode).toBe(0);
    expect(digestsIn(join(project.folder, 'dist'))).toEqual(lastGood);
  });
});

test('a build with an invalid publication.yaml reports all problems in it and in texts', async () => {
  await project.write(...article('bad-key', 'Body.', 'standfrist: b'));
  await project.write('content/pages/about.md', '---\ntitle: About\n---\nBody.\n');
  await project.write('content/publication.yaml', 'title: Scratch\nlanguage: en\n');
  expect(await failingBuild()).toMatchInlineSnapshot(`
    "
    content/publication.yaml
      line 1, name: The key "name" is missing.
        Add a line: name: …
      line 1, title: There is no key "title".
        The keys are: name, language, description, url, navigation, footer, copyright, licence, contact, social, logo, icon, colours, typefaces, lead, timezone, articlesPerPage, show.

    content/articles/bad-key.md
      line 3, standfrist: There is no key "standfrist".
        Did you mean "standfirst"?

    content/pages/about.md
      line 2, headline: The key "headline" is missing.
        Add a line: headline: …
      line 2, title: There is no key "title".
        Did you mean "headline"?

    5 problems in the content.

    Nothing was built: dist/ is as it was.
    "
  `);
  await removeArticles('bad-key');
  await rm(join(project.folder, 'content/pages/about.md'));
  await project.write('content/publication.yaml', 'name: Scratch\nlanguage: en\n');
});

test('a failing build restores the site and deletes the files of a killed build', async () => {
  const inProject = (name: string): string => join(project.folder, name);
  await rename(inProject('dist'), inProject('.dist-last'));
  await mkdir(inProject('.dist-next'));
  cpSync(inProject('public'), inProject('.dist-next/unfinished'), { recursive: true });
  await project.write(...article('bad', ''));
  expect(await failingBuild()).toContain('The article has no body.');
  await removeArticles('bad');
});
