import { cpSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';
import { digestsIn } from './files-in.ts';

let project: ScratchProject;
let changes = 0;

beforeAll(async () => {
  project = await scratchProject();
  await changeArticle();
  const { exitCode, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

afterAll(() => project.remove());

async function changeArticle(): Promise<void> {
  await project.write('content/articles/a.md', `---\nheadline: A\n---\nText ${++changes}.\n`);
}

function inProject(path: string): string {
  return join(project.folder, path);
}

/** Runs a build after shell commands in a private mount namespace, and returns its error message. */
async function failingBuild(setup: string): Promise<string> {
  const build = `${setup} || exit 99; node --run build`;
  const { exitCode, stdout, stderr } = await runCommand(
    ['unshare', '-rm', 'bash', '-c', build],
    project.folder,
  );
  expect({ exitCode, stdout }, stderr).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at |node:internal|The software failed/m);
  return stderr;
}

test('a folder that dist/ links to gets the new site', async () => {
  const root = inProject('web root');
  await rename(inProject('dist'), root);
  await symlink('web root', inProject('dist'));
  await changeArticle();
  const { exitCode, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect((await lstat(inProject('dist'))).isSymbolicLink()).toBe(true);
  const page = await readFile(join(root, 'articles/a.html'), 'utf8');
  expect(page).toContain(`Text ${changes}.`);
  expect((await readdir(project.folder)).filter((name) => /-(?:next|last)$/.test(name))).toEqual(
    [],
  );

  await rename(root, inProject('moved'));
  const { exitCode: code, stderr: printed } = await project.build();
  expect(code).toBe(1);
  expect(printed).toContain('dist\n  This link leads to nothing.\n');
  await rm(inProject('dist'));
  await rename(inProject('moved'), inProject('dist'));
});

test.each([
  ['dist/ is a disk of its own', 'mount -t tmpfs tmpfs dist', /^dist cannot be replaced, because/m],
  ['dist/ is a mounted folder', 'mount --bind dist dist', /^dist cannot be replaced, because/m],
  [
    'the project cannot be written',
    'mount --bind . . && cd "$PWD" && mount --bind .astro .astro && mount -o remount,ro,bind .',
    /^The folder of the project cannot be written: give/m,
  ],
  [
    '.astro/ cannot be written',
    'mount --bind .astro .astro && mount -o remount,ro,bind .astro',
    /^\.astro\/cache cannot be written: give/m,
  ],
])('if %s, the build says so in one sentence', async (_, setup, sentence) => {
  const last = digestsIn(inProject('dist'));
  await changeArticle();
  expect(await failingBuild(setup)).toMatch(sentence);
  expect(digestsIn(inProject('dist'))).toEqual(last);
});

test('what cannot be cleaned up after the new site is in place does not fail the build', async () => {
  await changeArticle();
  await mkdir(inProject('.astro/cache/last-build.json.next'));
  const setup = 'mkdir dist/held && mount -t tmpfs tmpfs dist/held || exit 99';
  const build = ['unshare', '-rm', 'bash', '-c', `${setup}; node --run build`] as const;
  const { exitCode, stdout, stderr } = await runCommand(build, project.folder);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('Built 1 article');
  const page = await readFile(inProject('dist/articles/a.html'), 'utf8');
  expect(page).toContain(`Text ${changes}.`);
  await rm(inProject('.astro/cache/last-build.json.next'), { recursive: true });
});

test('.astro and its cache can be on other disks', async () => {
  await changeArticle();
  const mount =
    'mount -t tmpfs tmpfs .astro && mkdir .astro/cache && mount -t tmpfs tmpfs .astro/cache';
  const build = `${mount} && node --run build && node --run build`;
  const { exitCode, stdout, stderr } = await runCommand(
    ['unshare', '-rm', 'bash', '-c', build],
    project.folder,
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('Nothing has changed');
});

test('a project builds as a workspace, with the packages in the folder above', async () => {
  const workspace = inProject('news');
  await mkdir(workspace);
  for (const part of ['src', 'public', 'content', 'package.json', 'astro.config.mjs', '.env']) {
    cpSync(inProject(part), join(workspace, part), { recursive: true });
  }
  const { exitCode, stderr } = await runCommand(['node', '--run', 'build'], workspace);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  await rm(workspace, { recursive: true });
});

test('files of editors and operating systems in public/ are not published', async () => {
  const temporary = ['.DS_Store', 'a/._b.pdf', 'a/Thumbs.db', 'desktop.ini', '_headers~', '.a.swp'];
  const published = ['.nojekyll', '.well-known/security.txt', 'a/b.pdf'];
  for (const file of [...temporary, ...published]) await project.write(`public/${file}`, 'x');
  expect((await project.build()).exitCode).toBe(0);
  const files = Object.keys(digestsIn(inProject('dist')));
  expect(files).toEqual(expect.arrayContaining(published));
  expect(files.filter((file) => temporary.includes(file))).toEqual([]);
});

test('files in public/ at addresses of the site are named with what is there', async () => {
  const linking = '---\nheadline: Linking\n---\n[Data](data.csv)\n';
  await project.write('content/articles/linking/index.md', linking);
  await project.write('content/articles/linking/data.csv', 'a,b');
  await project.write(
    'content/publication.yaml',
    'name: Scratch\nlanguage: en\nurl: https://example.org/\n',
  );
  const last = digestsIn(inProject('dist'));
  const files = [
    ...['archive.html', 'Articles/A.md', 'articles/a.html', 'articles/linking/data.csv'],
    ...['rss.xml', 'pagefind/en/0/pagefind.js', 'robots.txt', 'social/a.png', 'sw.js'],
    ...['Archive/undated.html', 'Search.html', 'topics.html/a.txt'],
  ];
  for (const file of files) await project.write(`public/${file}`, 'Ours.');
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "
    public/Archive/undated.html
      The address Archive/undated.html is that of a page that the build makes.
        Rename this file, or remove it.

    public/Articles/A.md
      The address Articles/A.md is that of the Markdown copy of content/articles/a.md.
        Rename this file, or remove it.

    public/Search.html
      The address Search.html is that of a page that the build makes.
        Rename this file, or remove it.

    public/archive.html
      The address archive.html is that of a file that the build makes (route /archive).
        Rename this file, or remove it.

    public/articles/a.html
      The address articles/a.html is that of the page of content/articles/a.md.
        Rename this file, or remove it.

    public/articles/linking/data.csv
      The address articles/linking/data.csv is that of a copy of content/articles/linking/data.csv, which content/articles/linking/index.md links to.
        Rename this file, or remove it.

    public/pagefind/en/0/pagefind.js
      The address pagefind is that of the search index.
        Rename this file, or remove it.

    public/robots.txt
      The address robots.txt is that of a file that the build makes (route /[robots].txt).
        Rename this file, or remove it.

    public/rss.xml
      The address rss.xml is that of a file that the build makes (route /[...feed]).
        Rename this file, or remove it.

    public/social/a.png
      The address social/a.png is that of a social card image.
        Rename this file, or remove it.

    public/sw.js
      The address sw.js is that of a file that the build makes (route /sw.js).
        Rename this file, or remove it.

    public/topics.html/a.txt
      The address topics.html is that of a file that the build makes (route /topics).
        Rename this file, or remove it.

    12 problems in the content.

    Nothing was built: dist/ is as it was.
    "
  `);
  expect(digestsIn(inProject('dist'))).toEqual(last);
  for (const file of files) await rm(inProject(`public/${file}`));
  await rm(inProject('public/topics.html'), { recursive: true });
  await rm(inProject('content/articles/linking'), { recursive: true });
});

test('a file in public/ in place of a folder of the site is named', async () => {
  await rm(inProject('public/articles'), { recursive: true });
  await project.write('public/articles', 'Ours.');
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "
    public/articles
      The site has a folder of this name.
        Rename this file, or move it to a folder of its own.

    1 problem in the content.

    Nothing was built: dist/ is as it was.
    "
  `);
  await rm(inProject('public/articles'));
});

test.each(['src/pages', 'public'])('a broken link in %s is named', async (folder) => {
  await symlink('nobody@nowhere.1', inProject(`${folder}/.#index.astro`));
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`${folder}/.#index.astro\n  This link leads to nothing.\n`);
  await rm(inProject(`${folder}/.#index.astro`));
});
