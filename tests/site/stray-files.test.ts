import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';

let project: ScratchProject;

/** The target of Emacs lock files, which are broken links next to files with unsaved changes. */
const LOCK_TARGET = 'editor@machine.123:456';

beforeAll(async () => {
  project = await scratchProject();
  await project.write('content/articles/a/index.md', '---\nheadline: A\n---\n![a](./Köln.png)\n');
  await project.write('content/articles/a/Ko\u0308ln.png', await paint('png', 40, 30));
  await project.write('content/articles/b.md', '\uFEFF---\nheadline: B\n---\nThe body.\n');
  await project.write('content/articles/.b.md.swp', 'swap');
  await project.write('content/articles/b.md~', 'backup');
  await project.write('content/.DS_Store', 'system');
  await symlink(LOCK_TARGET, inProject('content/articles/.#b.md'));
  await symlink(LOCK_TARGET, inProject('content/.#publication.yaml'));
  await symlink(LOCK_TARGET, inProject('src/layouts/.#Page.astro'));
  expect(spawnSync('mkfifo', [inProject('content/articles/a/pipe')]).status).toBe(0);
});

afterAll(() => project.remove());

function inProject(path: string): string {
  return join(project.folder, path);
}

test('a build ignores the files that editors and systems create next to articles', async () => {
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('Built 2 articles');
});

test('the Markdown copy of an article has no byte order mark', async () => {
  expect(await readFile(inProject('dist/articles/b.html'), 'utf8')).toContain('<p>The body.</p>');
  expect(await readFile(inProject('dist/articles/b.md'), 'utf8')).toBe(
    '---\nheadline: "B"\nlanguage: "en"\n---\nThe body.\n',
  );
});

test('a picture is found if its name has another Unicode normalization on disk', async () => {
  const copy = await readFile(inProject('dist/articles/a.md'), 'utf8');
  const [, address = ''] = /!\[a\]\(([^)]+)\)/.exec(copy) ?? [];
  const { format } = await sharp(inProject(`dist/articles/${decodeURI(address)}`)).metadata();
  expect(format).toBe('png');
});

test('a build notices edits next to a broken link', async () => {
  await project.write('content/articles/b.md', '---\nheadline: B\n---\nAnother body.\n');
  await rm(inProject('content/articles/a/Ko\u0308ln.png'));
  await project.write('content/articles/a/K\u00F6ln.png', await paint('png', 60, 30));
  expect((await project.build()).stdout).toContain('1 article parsed');
  expect(await readFile(inProject('dist/articles/b.html'), 'utf8')).toContain('Another body.');
});

test('a build reports files in public/ that cannot be copied', async () => {
  await mkdir(inProject('public/files'));
  await symlink(LOCK_TARGET, inProject('public/.#_headers'));
  expect(spawnSync('mkfifo', [inProject('public/files/pipe')]).status).toBe(0);
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "
    public/.#_headers
      This link leads to nothing.
        Remove it. If an editor made it for a file with unsaved changes, save the file and close it.

    public/files/pipe
      This is not a file.
        Move it out of public/: everything in there becomes part of the site.

    2 problems in the content.

    Nothing was built: dist/ is as it was.
    "
  `);
});

test('a build reports an article that was deleted after it was loaded', async () => {
  const script = `import('./src/content/article-body.ts').then(({ loadedBody }) => loadedBody('content/articles/gone.md', 'digest'))`;
  const { stderr } = await runCommand(['node', '--eval', script], project.folder);
  expect(stderr).toContain('gone.md changed during the build. Build again.');
});
