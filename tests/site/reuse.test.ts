import { existsSync, globSync, readFileSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';
import { filesIn } from './files-in.ts';

/*
 * A build that reuses the last one makes the same files, byte for byte, as `astro build` without any
 * cache.
 */

// Each test runs two or three builds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let project: ScratchProject;
let fresh: ScratchProject;

const PICTURES = 'content/articles/harbour-at-dawn';

beforeAll(async () => {
  project = await scratchProject('tests/fixtures/publication');
  fresh = await scratchProject();
  await project.write(`${PICTURES}/harbour.jpg`, await paint('jpeg', 240, 160));
  await project.write(`${PICTURES}/nets.png`, await paint('png', 120, 80));
  await project.write('content/articles/portrait/portrait.jpg', await paint('jpeg', 90, 160));
  for (const name of ['edited', 'hidden', 'deleted', 'renamed']) await writeArticle(name);
  await project.write(`${PICTURES}/report.pdf`, '%PDF-1.7 First');
  await appendFile(inProject(`${PICTURES}/index.md`), '\n[The report](report.pdf)\n');
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  // Enables feeds, social cards and sitemaps.
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

/** Builds with all caches, and returns the output. */
async function build(): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

type Files = Record<string, string>;

/**
 * Returns the contents of a built site by path. For the search index, returns the number of files of
 * each type per part, because Pagefind numbers words in random order.
 */
function contentsOf({ folder }: ScratchProject): Files {
  const dist = join(folder, 'dist');
  const { index = [], others = [] } = Object.groupBy(filesIn(dist), (file) =>
    file.startsWith('pagefind') ? 'index' : 'others',
  );
  const types = Map.groupBy(index, (file) => file.replace(/[^/]*(?=\.\w+$)/, '*'));
  return Object.fromEntries([
    ...others.map((file) => [file, readFileSync(join(dist, file), 'latin1')] as const),
    ...[...types].map(([type, { length }]) => [type, String(length)] as const),
  ]);
}

/** Compares sites, and lists the paths of different files instead of their contents. */
function expectSame(files: Files, expected: Files): void {
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  const different = Object.keys(expected).filter((path) => files[path] !== expected[path]);
  expect(different).toEqual([]);
}

/** Compares with a project that has the same content and code, and no cache. */
async function expectSameAsAstroBuild(): Promise<void> {
  for (const part of ['content', 'src', 'public', 'package-lock.json']) {
    await fresh.copyFrom(project, part);
  }
  for (const folder of ['.astro', 'dist']) {
    await rm(join(fresh.folder, folder), { recursive: true, force: true });
  }
  const { exitCode, stderr } = await runCommand(['npx', 'astro', 'build'], fresh.folder);
  expect(exitCode, stderr).toBe(0);
  expectSame(contentsOf(project), contentsOf(fresh));
}

describe('a build that reuses the last one makes the same site as `astro build` after', () => {
  const cases: Record<string, () => Promise<unknown>> = {
    'no change': () => Promise.resolve(),
    'an edit of a paragraph': () =>
      appendFile(inProject('content/articles/edited.md'), '\nOne more paragraph.\n'),
    'an edit of a headline': () =>
      edit('content/articles/edited.md', /^headline: .*$/m, 'headline: Another headline'),
    'an article was renamed': () =>
      rename(inProject('content/articles/renamed.md'), inProject('content/articles/other.md')),
    'an article became a draft': () =>
      edit('content/articles/hidden.md', '---\n', '---\ndraft: true\n'),
    'an article was deleted': () => rm(inProject('content/articles/deleted.md')),
    'an article was added': () => writeArticle('new'),
    'an edit of a picture': async () =>
      project.write(`${PICTURES}/nets.png`, await paint('png', 100, 80)),
    'an edit of a linked file': () => project.write(`${PICTURES}/report.pdf`, '%PDF-1.7 Second'),
    'an edit of publication.yaml': () =>
      edit('content/publication.yaml', /^name: .*$/m, 'name: Another name'),
    'an edit of a layout': () =>
      edit('src/layouts/Page.astro', '<main id="main">', '<main id="main" data-edited>'),
    'an edit of a style sheet': () =>
      edit('src/styles/base.css', /$/, '\n:root { --edited: 1; }\n'),
    'an edit of a client script': () =>
      edit('src/client/reader/reader.ts', /$/, '\ndocument.documentElement.dataset.edited = "";\n'),
    'an edit of the Markdown pipeline': () =>
      edit('src/markdown/sanitize-schema.ts', "'blockquote', ", ''),
    'an update of a package': () =>
      project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}'),
    'a file was added to public/': () =>
      project.write('public/articles/own.html', 'A file of the publisher.'),
  };

  test.for(Object.entries(cases))('%s', async ([, change]) => {
    await change();
    await build();
    await expectSameAsAstroBuild();
  });
});

test('after an edit, the articles that do not mention the edited one are reused', async () => {
  await project.write('content/articles/alone.md', '---\nheadline: Alone\n---\nOne.\n');
  await build();
  await appendFile(inProject('content/articles/alone.md'), '\nOne more.\n');
  const [, rendered = '', reused = ''] =
    /(\d+) pages? rendered, (\d+) reused/.exec(await build()) ?? [];
  expect(Number(rendered)).toBeGreaterThan(0);
  const articles = globSync('content/articles/{*.md,*/index.md}', { cwd: project.folder });
  // All but itself, the previous and the next one.
  expect(Number(reused)).toBeGreaterThanOrEqual(articles.length - 3);
});

test('`--fresh` renders all pages of an unchanged site again', async () => {
  await build();
  expect(await build()).toContain('Nothing has changed');
  const before = contentsOf(project);
  const command = ['npm', 'run', '--silent', 'build', '--', '--fresh'] as const;
  const { stdout } = await runCommand(command, project.folder);
  expect(stdout).toContain(', 0 reused');
  expectSame(contentsOf(project), before);
});

test('the second of two simultaneous builds waits and has nothing to do', async () => {
  await appendFile(inProject('content/articles/harbour-at-dawn/index.md'), '\nAnd more.\n');
  const results = await Promise.all([project.build(), project.build()]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const unchanged = results.filter(({ stdout }) => stdout.includes('Nothing has changed'));
  expect(unchanged).toHaveLength(1);
});

test('a build restores files that were changed in dist/', async () => {
  await build();
  const before = contentsOf(project);
  await appendFile(inProject('dist/index.html'), 'stray');
  await writeFile(inProject('dist/stray.html'), 'stray');
  await build();
  expectSame(contentsOf(project), before);
});

test('a build ignores damaged entries in the cache of parsed articles', async () => {
  await appendFile(inProject('content/articles/harbour-at-dawn/index.md'), '\nOne more time.\n');
  await build();
  const before = contentsOf(project);
  const cache = inProject('.astro/cache/offprint.db');
  const bytes = await readFile(cache);
  expect(bytes.includes('One more time')).toBe(true);
  for (let at = bytes.indexOf('One more'); at !== -1; at = bytes.indexOf('One more', at)) {
    bytes.write('Two', at);
  }
  await writeFile(cache, bytes);
  await rm(inProject('dist'), { recursive: true });
  await build();
  expectSame(contentsOf(project), before);
});

test('a build does not reuse pages of an unfinished build', async () => {
  await build();
  const before = contentsOf(project);
  await rm(inProject('.astro/cache/last-build.json'));
  const cached = globSync('.astro/cache/astro/**/*.html', { cwd: project.folder });
  expect(cached).not.toEqual([]);
  // As if the process was killed while Astro wrote them.
  for (const page of cached) await writeFile(inProject(page), '<!doctype html>');
  await build();
  expectSame(contentsOf(project), before);
});

test('every build reports an invalid article, not only the first', async () => {
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  for (const attempt of [1, 2]) {
    const { exitCode, stderr } = await project.build();
    expect({ attempt, exitCode }).toEqual({ attempt, exitCode: 1 });
    expect(stderr).toContain('Did you mean "headline"?');
  }
  await rm(inProject('content/articles/bad.md'));
  expect(existsSync(inProject('dist/index.html'))).toBe(true);
});
