import { existsSync, globSync, readFileSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';

/*
 * The contract of everything that makes a build faster: a build that reuses the last one makes the
 * same files, byte for byte, as `astro build` makes from nothing.
 */

// A case is two or three builds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let project: ScratchProject;
let fresh: ScratchProject;

const PICTURES = 'content/articles/harbour-at-dawn';

beforeAll(async () => {
  project = await scratchProject('tests/fixtures/publication');
  fresh = await scratchProject();
  await project.write(`${PICTURES}/harbour.jpg`, await paint('jpeg', 240, 160));
  await project.write(`${PICTURES}/nets.png`, await paint('png', 120, 80));
  for (const name of ['edited', 'hidden', 'deleted', 'renamed']) await writeArticle(name);
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  // With everything that needs an address: feeds, cards, sitemaps.
  await appendFile(inProject('content/publication.yaml'), 'url: https://example.org/news/\n');
  await build();
});

afterAll(async () => {
  await project.remove();
  await fresh.remove();
});

function writeArticle(name: string): Promise<void> {
  const text = `---\nheadline: The ${name} one\ntopics: [Changes]\n---\nOne paragraph.\n`;
  return project.write(`content/articles/${name}.md`, text);
}

function inProject(path: string): string {
  return join(project.folder, path);
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(inProject(path), 'utf8');
  expect(text).toMatch(from);
  await writeFile(inProject(path), text.replace(from, to));
}

/** Builds with everything that is kept, and returns what was printed. */
async function build(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

type Files = Record<string, string>;

/**
 * The files of a built site by their paths. Of the search index only how many files of each kind each
 * part has: Pagefind numbers words in a random order.
 */
function filesOf({ folder }: ScratchProject): Files {
  const dist = join(folder, 'dist');
  const files = globSync('**/*', { cwd: dist, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dist.length + 1));
  const [index, others] = [true, false].map((inIndex) =>
    files.filter((file) => file.startsWith('pagefind') === inIndex),
  );
  const kinds = Map.groupBy(index ?? [], (file) => file.replace(/[^/]*(?=\.\w+$)/, '*'));
  return Object.fromEntries([
    ...(others ?? []).map((file) => [file, readFileSync(join(dist, file), 'latin1')] as const),
    ...[...kinds].map(([kind, { length }]) => [kind, String(length)] as const),
  ]);
}

/** Compares without printing whole pages. */
function expectSame(files: Files, expected: Files): void {
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  const different = Object.keys(expected).filter((path) => files[path] !== expected[path]);
  expect(different).toEqual([]);
}

/** Compares with a project that has the same content and code, and has kept nothing. */
async function expectSameAsAstroBuild(): Promise<void> {
  for (const part of ['content', 'src', 'public', 'package-lock.json']) {
    await fresh.copyFrom(project, part);
  }
  for (const kept of ['.astro', 'dist']) {
    await rm(join(fresh.folder, kept), { recursive: true, force: true });
  }
  const { exitCode, stderr } = await runCommand(['npx', 'astro', 'build'], fresh.folder);
  expect(exitCode, stderr).toBe(0);
  expectSame(filesOf(project), filesOf(fresh));
}

describe('a build that reuses the last one makes the site of `astro build` after', () => {
  const cases: Record<string, () => Promise<unknown>> = {
    'nothing has changed': () => Promise.resolve(),
    'an edited paragraph': () =>
      appendFile(inProject('content/articles/edited.md'), '\nOne more paragraph.\n'),
    'an edited headline': () =>
      edit('content/articles/edited.md', /^headline: .*$/m, 'headline: Another headline'),
    'an article is renamed': () =>
      rename(inProject('content/articles/renamed.md'), inProject('content/articles/other.md')),
    'an article becomes a draft': () =>
      edit('content/articles/hidden.md', '---\n', '---\ndraft: true\n'),
    'an article is deleted': () => rm(inProject('content/articles/deleted.md')),
    'an article is new': () => writeArticle('new'),
    'an edited picture': async () =>
      project.write(`${PICTURES}/nets.png`, await paint('png', 100, 80)),
    'an edited setting of the publication': () =>
      edit('content/publication.yaml', /^name: .*$/m, 'name: Another name'),
    'an edited layout': () =>
      edit('src/layouts/Page.astro', '<main id="main">', '<main id="main" data-edited>'),
    'an edited style': () => edit('src/styles/base.css', /$/, '\n:root { --edited: 1; }\n'),
    'an edited script of the reader': () =>
      edit('src/client/reader/reader.ts', /$/, '\ndocument.documentElement.dataset.edited = "";\n'),
    'an edited step of Markdown': () =>
      edit('src/markdown/sanitize-schema.ts', "'blockquote', ", ''),
    'another version of a package': () =>
      project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}'),
    'a file in public/ takes the address of a page': () =>
      project.write('public/articles/edited.html', 'A file of the publisher.'),
  };

  test.for(Object.entries(cases))('%s', async ([, change]) => {
    await change();
    await build();
    await expectSameAsAstroBuild();
  });
});

test('after an edit, most pages are reused', async () => {
  await writeArticle('alone');
  await build();
  await appendFile(inProject('content/articles/alone.md'), '\nOne more.\n');
  const [, rendered = '', reused = ''] =
    /(\d+) pages? rendered, (\d+) reused/.exec(await build()) ?? [];
  expect(Number(rendered)).toBeGreaterThan(0);
  expect(Number(reused)).toBeGreaterThan(Number(rendered));
});

test('a build of nothing new says so, and `--fresh` renders every page to the same site', async () => {
  await build();
  expect(await build()).toContain('Nothing has changed');
  const before = filesOf(project);
  const command = ['npm', 'run', '--silent', 'build', '--', '--fresh'] as const;
  const { stdout } = await runCommand(command, project.folder);
  expect(stdout).toContain(', 0 reused');
  expectSame(filesOf(project), before);
});

test('of two builds at once, one waits for the other and finds nothing to do', async () => {
  await appendFile(inProject('content/articles/harbour-at-dawn/index.md'), '\nAnd more.\n');
  const both = await Promise.all([project.build(), project.build()]);
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const nothingToDo = both.filter(({ stdout }) => stdout.includes('Nothing has changed'));
  expect(nothingToDo).toHaveLength(1);
});

test('files that were changed in dist/ are made again', async () => {
  await build();
  const before = filesOf(project);
  await appendFile(inProject('dist/index.html'), 'stray');
  await writeFile(inProject('dist/stray.html'), 'stray');
  await build();
  expectSame(filesOf(project), before);
});

test('a damaged cache of parsed articles is not used', async () => {
  await appendFile(inProject('content/articles/harbour-at-dawn/index.md'), '\nOne more time.\n');
  await build();
  const before = filesOf(project);
  const cache = inProject('.astro/cache/offprint.db');
  const bytes = await readFile(cache);
  expect(bytes.includes('One more time')).toBe(true);
  for (let at = bytes.indexOf('One more'); at !== -1; at = bytes.indexOf('One more', at)) {
    bytes.write('Two', at);
  }
  await writeFile(cache, bytes);
  await rm(inProject('dist'), { recursive: true });
  await build();
  expectSame(filesOf(project), before);
});

test('a build that is not finished leaves nothing for the next one to trust', async () => {
  await build();
  const before = filesOf(project);
  await rm(inProject('.astro/cache/last-build.json'));
  const kept = globSync('.astro/cache/astro/**/*.html', { cwd: project.folder });
  expect(kept).not.toEqual([]);
  // As if the process had been killed while Astro was writing them.
  for (const page of kept) await writeFile(inProject(page), '<!doctype html>');
  await build();
  expectSame(filesOf(project), before);
});

test('what is wrong with an article is reported by every build', async () => {
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  for (const attempt of [1, 2]) {
    const { exitCode, stderr } = await project.build();
    expect({ attempt, exitCode }).toEqual({ attempt, exitCode: 1 });
    expect(stderr).toContain('Did you mean "headline"?');
  }
  await rm(inProject('content/articles/bad.md'));
  expect(existsSync(inProject('dist/index.html'))).toBe(true);
});
