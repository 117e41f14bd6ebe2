import { globSync, readFileSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

/*
 * A build that takes over what the last one left makes the same site, byte for byte, as one that
 * begins with nothing. The tests change one thing after another in one project, build it with all
 * that it keeps, and compare in the end with a build of the same content in a project that keeps
 * nothing. A build takes seconds: each is looked at for all that it can show.
 */

// A test is several builds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let project: ScratchProject;
let fresh: ScratchProject;

beforeAll(async () => {
  project = await scratchProject('tests/fixtures/publication');
  fresh = await scratchProject();
  await project.write(`${pictures}/harbour.jpg`, await paint('jpeg', 240, 160));
  await project.write(`${pictures}/nets.png`, await paint('png', 120, 80));
  for (const name of ['edited', 'draft', 'deleted']) {
    const text = `---\nheadline: To be ${name}\ntopics: [Changes]\n---\nOne paragraph.\n`;
    await project.write(`content/articles/${name}.md`, text);
  }
  await project.write(linked, '---\nheadline: Linked\n---\nOne paragraph.\n');
  await appendFile(inProject('content/articles/draft.md'), '\n[There](linked.md)\n');
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  // With all that needs an address: feeds, cards, sitemaps.
  await appendFile(inProject('content/publication.yaml'), 'url: https://example.org/news/\n');
  expect(await build()).toContain(', 0 reused');
});

afterAll(async () => {
  await project.remove();
  await fresh.remove();
});

/** Builds with all that is kept. */
async function build(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout;
}

type Files = Record<string, string>;

/** The files of a built site, by their paths. */
function filesOf({ folder }: ScratchProject): Files {
  const dist = join(folder, 'dist');
  const entries = globSync('**/*', { cwd: dist, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files.map((file) => [file.slice(dist.length), readFileSync(file, 'latin1')]),
  );
}

/** Compares without printing whole pages. */
function expectSame(files: Files, expected: Files): void {
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  const different = Object.keys(expected).filter((path) => files[path] !== expected[path]);
  expect(different).toEqual([]);
}

async function expectSameAsFresh(): Promise<void> {
  for (const part of ['content', 'src', 'package-lock.json']) await fresh.copyFrom(project, part);
  expect((await fresh.build()).exitCode).toBe(0);
  expectSame(filesOf(project), filesOf(fresh));
}

function inProject(path: string): string {
  return join(project.folder, path);
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(inProject(path), 'utf8');
  expect(text).toMatch(from);
  await writeFile(inProject(path), text.replace(from, to));
}

const plain = 'content/articles/edited.md';
const pictures = 'content/articles/harbour-at-dawn';
const linked = 'content/articles/linked.md';

test('a build of nothing new leaves the site as it is, and says so', async () => {
  const before = filesOf(project);
  expect(await build()).toContain('Nothing has changed');
  expectSame(filesOf(project), before);
});

test('settings of the publication reach every page; of two builds at once, one waits for the other and finds nothing to do', async () => {
  const settings = 'name: Another name\nlanguage: en\nurl: https://example.org/\n';
  await project.write('content/publication.yaml', settings);
  const both = await Promise.all([project.build(), project.build()]);
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const said = both.map(({ stdout }) => stdout);
  expect(said.filter((words) => words.includes('Nothing has changed'))).toHaveLength(1);
  expect(said.filter((words) => /\b0 articles parsed, .*, 0 reused/.test(words))).toHaveLength(1);
});

// That each of them is noticed without the other is seen by the version of the software.
test('an edited layout and another version of a dependency reach every page', async () => {
  await edit('src/layouts/Page.astro', '<main id="main">', '<main id="main" data-edited>');
  await project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
  const said = await build();
  expect(said).not.toContain('. 0 articles parsed');
  expect(said).toContain(', 0 reused');
});

test('an edited article and an edited picture reach every page that shows something of them, articles that are renamed, made drafts or deleted leave no page and no link, and only what has changed is rendered', async () => {
  await appendFile(inProject(plain), '\nOne more paragraph.\n');
  await edit(plain, /^headline: .*$/m, 'headline: Another headline');
  await rename(inProject(plain), inProject('content/articles/renamed.md'));
  await edit('content/articles/draft.md', '---\n', '---\ndraft: true\n');
  await rm(inProject('content/articles/deleted.md'));
  await project.write(`${pictures}/nets.png`, await paint('png', 100, 80));
  const said = await build();
  expect(said).toContain('2 articles parsed');
  expect(said).not.toContain(', 0 reused');
  await expectSameAsFresh();
});

test('a page that was changed in dist is made anew, from what is whole of the cache', async () => {
  await appendFile(inProject('dist/articles/renamed.html'), 'stray');
  await writeFile(inProject('dist/stray.html'), 'stray');
  const cache = inProject('.astro/cache/offprint.db');
  const bytes = await readFile(cache);
  expect(bytes.includes('One more ')).toBe(true);
  for (let at = bytes.indexOf('One more '); at !== -1; at = bytes.indexOf('One more ', at)) {
    bytes.write('Two', at);
  }
  await writeFile(cache, bytes);
  await build();
  expectSame(filesOf(project), filesOf(fresh));
});

test('what is wrong is told by each build, whatever is kept: with an article, and with one that stays as it is and leads to one that goes', async () => {
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  await rename(inProject(linked), inProject('content/articles/moved.md'));
  for (const attempt of [1, 2]) {
    const { exitCode, stderr } = await project.build();
    expect({ attempt, exitCode }).toEqual({ attempt, exitCode: 1 });
    expect(stderr).toContain('Did you mean "headline"?');
    expect(stderr).toContain('there is no such article');
  }
});
