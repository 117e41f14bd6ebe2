import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';

let project: ScratchProject;

/** What an editor leaves beside a file while it has unsaved changes: a link that leads to nothing. */
const LOCK = 'editor@machine.123:456';

beforeAll(async () => {
  project = await scratchProject();
  await project.write('content/articles/a/index.md', '---\nheadline: A\n---\n![a](./Köln.png)\n');
  await project.write('content/articles/a/Ko\u0308ln.png', await paint('png', 40, 30));
  await project.write('content/articles/b.md', '\uFEFF---\nheadline: B\n---\nThe body.\n');
  await project.write('content/articles/.b.md.swp', 'swap');
  await project.write('content/articles/b.md~', 'backup');
  await project.write('content/.DS_Store', 'system');
  await symlink(LOCK, at('content/articles/.#b.md'));
  await symlink(LOCK, at('content/.#publication.yaml'));
  await symlink(LOCK, at('src/layouts/.#Page.astro'));
  expect(spawnSync('mkfifo', [at('content/articles/a/pipe')]).status).toBe(0);
});

afterAll(() => project.remove());

function at(path: string): string {
  return join(project.folder, path);
}

test('what editors and systems leave beside articles does not hinder a build', async () => {
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain('Built 2 articles');
});

test('an article saved with a byte order mark is published, and so is its Markdown', async () => {
  expect(await readFile(at('dist/articles/b.html'), 'utf8')).toContain('<p>The body.</p>');
  expect(await readFile(at('dist/articles/b.md'), 'utf8')).toBe(
    '---\nheadline: "B"\nlanguage: "en"\n---\nThe body.\n',
  );
});

test('a picture is shown whose name is in another Unicode form on disk', async () => {
  const copy = await readFile(at('dist/articles/a.md'), 'utf8');
  const [, address = ''] = /!\[a\]\(([^)]+)\)/.exec(copy) ?? [];
  const { format } = await sharp(at(`dist/articles/${decodeURI(address)}`)).metadata();
  expect(format).toBe('png');
});

test('an edit is noticed beside a link that leads to nothing', async () => {
  await project.write('content/articles/b.md', '---\nheadline: B\n---\nAnother body.\n');
  expect((await project.build()).stdout).toContain('1 article parsed');
  await rm(at('content/articles/a/Ko\u0308ln.png'));
  await project.write('content/articles/a/K\u00F6ln.png', await paint('png', 60, 30));
  expect((await project.build()).exitCode).toBe(0);
});

test('what cannot be copied from public/ is told', async () => {
  await mkdir(at('public/files'));
  await symlink(LOCK, at('public/.#_headers'));
  expect(spawnSync('mkfifo', [at('public/files/pipe')]).status).toBe(0);
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

test('an article that goes away while the site is built is told', async () => {
  const script = `import('./src/content/article-body.ts').then(({ loadedBody }) => loadedBody('content/articles/gone.md', 'digest'))`;
  const { stderr } = await runCommand(['node', '--eval', script], project.folder);
  expect(stderr).toContain('gone.md changed during the build. Build again.');
});
