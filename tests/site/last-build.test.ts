import { globSync } from 'node:fs';
import { appendFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { contentsOf, expectSame } from './compare-sites.ts';

/*
 * What a build reuses of the last one, and what it makes again. `reuse.test.ts` compares the sites.
 */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let project: ScratchProject;

/** Edits an article during a build, if there is a file named "edit". */
const EDITING = `{
  name: 'editing',
  hooks: {
    'astro:build:start': () => {
      if (!fs.existsSync('edit')) return;
      fs.rmSync('edit');
      fs.appendFileSync('content/articles/alone.md', '\\nDuring the build.\\n');
    },
  },
}`;

/** Edits all pages in place, after Astro has written them. */
const MINIFYING = `{
  name: 'minifying',
  hooks: {
    'astro:build:done': ({ dir }) => {
      for (const page of fs.globSync('**/*.html', { cwd: dir })) {
        fs.appendFileSync(new URL(page, dir), '!');
      }
    },
  },
}`;

beforeAll(async () => {
  project = await scratchProject();
  for (const name of ['alone', 'first', 'last', 'other', 'report', 'second', 'third']) {
    await project.write(
      `content/articles/${name}.md`,
      `---\nheadline: The ${name} one\n---\nOne paragraph.\n`,
    );
  }
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  await addIntegration(EDITING);
  await build();
});

afterAll(() => project.remove());

function inProject(path: string): string {
  return join(project.folder, path);
}

/**
 * Adds an integration to the project's configuration.
 * @param integration code that can use `node:fs` as `fs`
 */
async function addIntegration(integration: string): Promise<void> {
  const config = await readFile(inProject('astro.config.mjs'), 'utf8');
  await project.write(
    'astro.config.mjs',
    config
      .replace(/^(?:import fs.*\n)?/, "import fs from 'node:fs';\n")
      .replace('offprint()', `offprint(), ${integration}`),
  );
}

/** Builds with all caches, and returns the output. */
async function build(...options: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await project.build(...options);
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

test('after an edit, the articles that do not mention the edited one are reused', async () => {
  await appendFile(inProject('content/articles/alone.md'), '\nOne more.\n');
  const [, rendered = '', reused = ''] =
    /(\d+) pages? rendered, (\d+) reused/.exec(await build()) ?? [];
  expect(Number(rendered)).toBeGreaterThan(0);
  const articles = globSync('content/articles/*.md', { cwd: project.folder });
  // All but itself, the previous and the next one.
  expect(Number(reused)).toBeGreaterThanOrEqual(articles.length - 3);
});

test('`--fresh` renders all pages of an unchanged site again', async () => {
  await build();
  expect(await build()).toContain('Nothing has changed');
  const before = contentsOf(project.folder);
  expect(await build('--fresh')).toContain(', 0 reused');
  expectSame(contentsOf(project.folder), before);
});

test('a build restores files that were changed in dist/', async () => {
  await build();
  const before = contentsOf(project.folder);
  await appendFile(inProject('dist/index.html'), 'stray');
  await writeFile(inProject('dist/stray.html'), 'stray');
  await build();
  expectSame(contentsOf(project.folder), before);
});

test('a build ignores damaged entries in the cache of parsed articles', async () => {
  await build();
  const before = contentsOf(project.folder);
  const cache = inProject('.astro/cache/offprint.db');
  const bytes = await readFile(cache);
  expect(bytes.includes('One paragraph')).toBe(true);
  for (
    let at = bytes.indexOf('One paragraph');
    at !== -1;
    at = bytes.indexOf('One paragraph', at)
  ) {
    bytes.write('Two', at);
  }
  await writeFile(cache, bytes);
  await rm(inProject('dist'), { recursive: true });
  await build();
  expectSame(contentsOf(project.folder), before);
});

test('after a build that was killed, unchanged pages are reused', async () => {
  await build();
  // As if the process had been killed while it linked pages.
  await project.write('.astro/cache/unfinished', '');
  await mkdir(inProject('.dist-next'));
  const pages = globSync('**/*.html', { cwd: inProject('dist') });
  for (const [index, page] of pages.entries()) {
    await link(inProject(`dist/${page}`), inProject(`.dist-next/${index}.html`));
  }
  await appendFile(inProject('content/articles/alone.md'), '\nAfter that.\n');
  expect(await build()).toMatch(/pages? rendered, [1-9]\d* reused/);
  expect(await readFile(inProject('dist/articles/alone.html'), 'utf8')).toContain('After that.');
});

test('an edit during a build is in the next one, which reuses unchanged pages', async () => {
  await project.write('edit', '');
  await appendFile(inProject('content/articles/alone.md'), '\nBefore the build.\n');
  await build();
  const article = inProject('dist/articles/alone.html');
  expect(await readFile(article, 'utf8')).not.toContain('During the build.');
  expect(await build()).toMatch(/pages? rendered, [1-9]\d* reused/);
  expect(await readFile(article, 'utf8')).toContain('During the build.');
});

test('after a build that found a problem, unchanged pages are reused', async () => {
  await build();
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  expect((await project.build()).exitCode).toBe(1);
  await rm(inProject('content/articles/bad.md'));
  await appendFile(inProject('content/articles/alone.md'), '\nAnd another.\n');
  expect(await build()).toMatch(/pages? rendered, [1-9]\d* reused/);
});

test('after a build that found a link to a missing page, unchanged pages are reused', async () => {
  await build();
  await project.write('content/articles/other.md', '---\nheadline: Other\n---\n[A](/b.html).\n');
  expect((await project.build()).stderr).toContain('leads to b.html');
  await project.write('content/articles/other.md', '---\nheadline: Other\n---\nOne.\n');
  expect(await build()).toMatch(/pages? rendered, [1-9]\d* reused/);
});

test('every build reports an invalid article, and without it, nothing has changed', async () => {
  await build();
  await project.write('content/articles/bad.md', '---\nheadlin: B\n---\nB.\n');
  for (const attempt of [1, 2]) {
    const { exitCode, stderr } = await project.build();
    expect({ attempt, exitCode }).toEqual({ attempt, exitCode: 1 });
    expect(stderr).toContain('Did you mean "headline"?');
  }
  await rm(inProject('content/articles/bad.md'));
  expect(await build()).toContain('Nothing has changed');
});

test('after an edit of a style sheet, every page has the new styles', async () => {
  await appendFile(inProject('src/styles/base.css'), '\n:root { --edited: 1; }\n');
  await build();
  const pages = globSync('dist/**/*.html', { cwd: project.folder });
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) {
    expect(await readFile(inProject(page), 'utf8'), page).toContain('--edited:1');
  }
});

test('after an update of a package, no page is reused', async () => {
  await project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
  expect(await build()).toContain(', 0 reused');
});

test('pages that another integration edits are rendered again', async () => {
  await addIntegration(MINIFYING);
  await build();
  await appendFile(inProject('content/articles/alone.md'), '\nMinified.\n');
  expect(await build()).toContain(', 0 reused');
  expect(await readFile(inProject('dist/articles/third.html'), 'utf8')).toMatch(/[^!]!$/);
});
