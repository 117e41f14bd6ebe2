import { globSync, readFileSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

/*
 * A build that takes over what the last one left makes the same site, byte for byte, as one that
 * begins with nothing. Each test changes something, builds with all that is kept, and compares with
 * a build of the same content in a project of its own, which keeps nothing.
 */

let project: ScratchProject;
let fresh: ScratchProject;

beforeAll(async () => {
  project = await scratchProject('tests/fixtures/publication');
  fresh = await scratchProject();
  await project.write(
    'content/articles/harbour-at-dawn/harbour.jpg',
    await paint('jpeg', 900, 600),
  );
  await project.write('content/articles/harbour-at-dawn/nets.png', await paint('png', 600, 400));
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  expect(await buildAgain()).toMatch(/ 0 reused/);
});

afterAll(async () => {
  await project.remove();
  await fresh.remove();
});

async function buildAgain(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
}

/** The files of a built site, by their paths. */
function filesOf({ folder }: ScratchProject): Record<string, string> {
  const dist = join(folder, 'dist');
  const files = globSync('**/*', { cwd: dist, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(dist.length), readFileSync(path, 'latin1')];
    }),
  );
}

async function expectSameAsFresh(): Promise<void> {
  for (const part of ['content', 'src', 'package-lock.json']) await fresh.copyFrom(project, part);
  await fresh.forget();
  expect((await fresh.build()).exitCode).toBe(0);
  const [kept, anew] = [filesOf(project), filesOf(fresh)];
  expect(Object.keys(kept).sort()).toEqual(Object.keys(anew).sort());
  for (const [path, text] of Object.entries(anew)) expect(kept[path] === text, path).toBe(true);
}

const plain = 'content/articles/a-plain-article.md';

function inProject(path: string): string {
  return join(project.folder, path);
}

test('a build of nothing new leaves the site as it is, and says so', async () => {
  const before = filesOf(project);
  expect(await buildAgain()).toContain('Nothing has changed');
  expect(filesOf(project)).toEqual(before);
});

test('an edited article is parsed anew, and pages that do not show it are taken over', async () => {
  await appendFile(inProject(plain), '\nOne more paragraph.\n');
  const said = await buildAgain();
  expect(said).toContain('1 article parsed');
  expect(said).not.toContain(' 0 reused');
  expect(await readFile(inProject('dist/articles/a-plain-article.html'), 'utf8')).toContain(
    'One more paragraph.',
  );
  await expectSameAsFresh();
});

test('a new headline reaches the pages that link to the article', async () => {
  const text = await readFile(inProject(plain), 'utf8');
  await writeFile(inProject(plain), text.replace(/^headline: .*$/m, 'headline: Another headline'));
  await buildAgain();
  await expectSameAsFresh();
});

test('an article that is renamed, made a draft or deleted leaves no page and no link', async () => {
  await rename(inProject(plain), inProject('content/articles/renamed.md'));
  const persian = inProject('content/articles/persian.md');
  const text = await readFile(persian, 'utf8');
  await writeFile(persian, text.replace('---\n', '---\ndraft: true\n'));
  await rm(inProject('content/articles/港口的清晨.md'));
  await buildAgain();
  await expectSameAsFresh();
});

test('an edited picture is shown, by its page as it was', async () => {
  await project.write('content/articles/harbour-at-dawn/nets.png', await paint('png', 500, 400));
  await buildAgain();
  await expectSameAsFresh();
});

test('settings of the publication reach every page', async () => {
  await project.write(
    'content/publication.yaml',
    'name: Another name\nlanguage: de\nurl: https://example.org/\n',
  );
  expect(await buildAgain()).toContain(' 0 reused');
  await expectSameAsFresh();
});

test('an edited layout, and a step of the Markdown pipeline, reach every page', async () => {
  for (const [file, from, to] of [
    ['src/layouts/Page.astro', '<main id="main">', '<main id="main" data-edited>'],
    ['src/markdown/sanitize-schema.ts', "'hr', ", ''],
  ] as const) {
    const text = await readFile(inProject(file), 'utf8');
    expect(text).toContain(from);
    await writeFile(inProject(file), text.replace(from, to));
  }
  expect(await buildAgain()).toContain(' 0 reused');
  await expectSameAsFresh();
});

test('another version of a dependency makes everything anew', async () => {
  await project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
  const said = await buildAgain();
  expect(said).toContain(' 0 reused');
  expect(said).not.toContain('0 articles parsed');
  await expectSameAsFresh();
});

test('a page that was changed in dist is made anew, and a file that does not belong there goes', async () => {
  await appendFile(inProject('dist/articles/renamed.html'), 'stray');
  await writeFile(inProject('dist/stray.html'), 'stray');
  await buildAgain();
  await expectSameAsFresh();
});

test('damaged entries of the cache, and a cache that is none, are made anew', async () => {
  const file = inProject('.astro/cache/offprint.db');
  const bytes = await readFile(file);
  const body = bytes.indexOf('One more paragraph.');
  expect(body).toBeGreaterThan(0);
  bytes.write('Two', body);
  await writeFile(file, bytes);
  await rm(inProject('dist'), { recursive: true });
  await buildAgain();
  await expectSameAsFresh();

  await writeFile(file, 'no database');
  await rm(inProject('dist'), { recursive: true });
  await buildAgain();
  await expectSameAsFresh();
});

test('what is wrong with an article is told by each build, whatever is kept of it', async () => {
  const text = await readFile(inProject('content/articles/renamed.md'), 'utf8');
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  for (const build of [1, 2]) {
    const { exitCode, stderr } = await project.build();
    expect({ build, exitCode }).toEqual({ build, exitCode: 1 });
    expect(stderr).toContain('Did you mean "headline"?');
  }
  await rm(inProject('content/articles/bad.md'));
  // A link from an article that has not changed to one that has gone.
  await writeFile(inProject('content/articles/renamed.md'), `${text}\n[gone](gone.md)\n`);
  await project.write('content/articles/gone.md', '---\nheadline: Gone\n---\nGone.\n');
  await buildAgain();
  await rm(inProject('content/articles/gone.md'));
  expect((await project.build()).stderr).toContain('there is no such article');
  await writeFile(inProject('content/articles/renamed.md'), text);
});

test('two builds at once take turns', async () => {
  await appendFile(inProject('content/articles/renamed.md'), '\nAt once.\n');
  const both = await Promise.all([project.build(), project.build()]);
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(both.map(({ stdout }) => stdout).sort()[1]).toContain('Nothing has changed');
  await expectSameAsFresh();
});
