import { existsSync, globSync, readFileSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DocumentFrontMatter } from '../../src/article/documents.ts';
import type { ArticleFrontMatter } from '../../src/article/schema.ts';
import type { Publication } from '../../src/publication.ts';
import { paint } from '../paint.ts';
import { silence } from '../recordings.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';
import { newsroomProject } from './build-sites.ts';
import { filesIn } from './files-in.ts';

/*
 * A build that reuses the last one makes the same files, byte for byte, as `astro build` without any
 * cache.
 */

// Each group of edits needs two builds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let project: ScratchProject;
let fresh: ScratchProject;

beforeAll(async () => {
  project = await newsroomProject(0.1);
  fresh = await scratchProject();
  const names = ['edited', 'deleted', 'renamed', ...Object.keys(FRONT_MATTER)];
  for (const name of names) await writeArticle(name);
  await project.write(
    'content/articles/report/index.md',
    '---\nheadline: A report\n---\n> Words\n\n![Nets](nets.png)\n\n[The report](report.pdf)\n',
  );
  await project.write('content/articles/report/nets.png', await paint('png', 120, 80));
  await project.write('content/articles/report/report.pdf', '%PDF-1.7 First');
  await project.write('content/articles/alone.md', '---\nheadline: Alone\n---\nOne.\n');
  await project.write('package-lock.json', '{"lockfileVersion":3}');
  await build();
});

afterAll(async () => {
  await project.remove();
  await fresh.remove();
});

function writeArticle(name: string): Promise<void> {
  const keys = `headline: The ${name} one\ntopics: [About ${name}]\npublished: 2023-11-05\nlanguage: es`;
  return project.write(`content/articles/${name}.md`, `---\n${keys}\n---\nOne paragraph.\n`);
}

function inProject(path: string): string {
  return join(project.folder, path);
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(inProject(path), 'utf8');
  expect(text).toMatch(from);
  await writeFile(
    inProject(path),
    text.replace(from, () => to),
  );
}

/** Writes a line of front matter in place of that of the same key, or adds it. */
async function setKey(path: string, key: string, line: string): Promise<void> {
  const text = await readFile(inProject(path), 'utf8');
  const old = new RegExp(`^${key}: .*$`, 'm');
  await edit(path, old.test(text) ? old : '---\n', old.test(text) ? line : `---\n${line}\n`);
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

type Edits = Readonly<Record<string, () => Promise<unknown>>>;

/** A line of front matter for every key. Each edits an article of its own, named after the key. */
const FRONT_MATTER = {
  headline: 'headline: Another headline',
  standfirst: 'standfirst: Words.',
  byline: 'byline: [Ada Example, Cy Other]',
  dateline: 'dateline: Geneva',
  published: 'published: 2023-12-31',
  updated: 'updated: 2024-01-02',
  language: 'language: tr',
  topics: 'topics: [Harbours, Puertos]',
  image: 'image: { caption: Words, credit: Nobody }',
  source: 'source: { name: The Other Paper }',
  kicker: 'kicker: Words',
  keyPoints: 'keyPoints: [One., Two.]',
  form: 'form: review',
  corrections: 'corrections: [{ date: 2024-01-03, text: Words. }]',
  expires: 'expires: 2024-01-01',
  aliases: 'aliases: old/one.html',
  series: "series: { name: 'After the storm & <wind>', part: 4 }",
  translationOf: 'translationOf: iskele',
  draft: 'draft: true',
} satisfies Record<keyof ArticleFrontMatter<unknown>, string>;

/** Edits of articles. */
const ARTICLES: Edits = {
  'an edit of a paragraph': () => appendFile(inProject('content/articles/edited.md'), '\nMore.\n'),
  'an article was renamed': () =>
    rename(inProject('content/articles/renamed.md'), inProject('content/articles/other.md')),
  'an article was deleted': () => rm(inProject('content/articles/deleted.md')),
  'an article was added': () => writeArticle('new'),
  ...Object.fromEntries(
    Object.entries(FRONT_MATTER).map(([key, line]) => [
      `an edit of "${key}" of an article`,
      () => setKey(`content/articles/${key}.md`, key, line),
    ]),
  ),
  'an edit of a correction': () => edit('content/articles/breakwater.md', 'misspelt', 'wrong'),
  'an article has not expired any more': () =>
    edit('content/articles/ferry.md', '2024-02-01', '2999-02-01'),
  'an article is no translation any more': () =>
    edit('content/articles/ميناء.md', /^translationOf: .*\n/m, ''),
  'an article is no draft any more': () => edit('content/articles/borrador.md', 'true', 'false'),
};

/** Edits of files beside articles, and of texts that some pages show. */
const FILES: Edits = {
  'an edit of a picture': async () =>
    project.write('content/articles/report/nets.png', await paint('png', 100, 80)),
  'an edit of a linked file': () =>
    project.write('content/articles/report/report.pdf', '%PDF-1.7 Second'),
  'an edit of a lead picture': async () =>
    project.write('content/articles/breakwater.jpg', await paint('jpeg', 200, 120)),
  'an edit of a picture in a gallery': async () =>
    project.write('content/articles/gangkou-2.jpg', await paint('jpeg', 120, 80)),
  'an edit of a recording': () =>
    project.write('content/articles/interview.wav', Buffer.concat([silence(), silence()])),
  'an edit of captions': () =>
    appendFile(inProject('content/articles/mina.vtt'), '\n00:09.000 --> 00:10.000\nنهاية\n'),
  'an edit of a transcript': () => appendFile(inProject('content/articles/interview.txt'), 'More.'),
  'an edit of a logo': () => edit('content/logo.svg', '<path', '<path opacity="0.5"'),
  'an edit of a page': () => edit('content/pages/imprint.md', '1 Quay', '2 Quay'),
  'an edit of the introduction of a topic': () =>
    edit('content/topics/harbours.md', 'Everything', 'All'),
  'the introduction of a topic was added': () =>
    project.write('content/topics/порты.md', '---\nname: Порты\nlanguage: ru\n---\nПорты.\n'),
  'a file of an author was added': () =>
    project.write('content/authors/salma.md', '---\nname: سلمى مثال\nlanguage: ar\n---\nكاتبة.\n'),
  'an edit of an author’s biography': () => edit('content/authors/ada.md', '*1998*', '*1999*'),
  'an edit of an author’s picture': async () =>
    project.write('content/authors/ada.jpg', await paint('jpeg', 80, 90)),
  ...editsOf('of an author', {
    name: ['authors/李薇.md', '李薇', '李薇薇'],
    aliases: ['authors/ada.md', 'A. Example', 'A. E. Example'],
    role: ['authors/ada.md', 'Harbour correspondent', 'Reporter at large'],
    picture: ['authors/bo.md', './bo.png', './ada.jpg'],
    links: ['authors/ada.md', '/@ada', '/@ada.example'],
    language: ['authors/李薇.md', 'zh-Hans', 'ar'],
  } satisfies Record<keyof DocumentFrontMatter<'authors'>, KeyEdit>),
  'a file was added to public/': () =>
    project.write('public/articles/own.html', 'A file of the publisher.'),
};

/** Edits that change every page. */
const SETTINGS: Edits = {
  ...editsOf('of the publication', {
    name: ['publication.yaml', /^name: .*$/m, 'name: Another name'],
    language: ['publication.yaml', 'language: en', 'language: fr'],
    description: ['publication.yaml', /^description: .*$/m, 'description: Words.'],
    url: ['publication.yaml', '/paper/', '/news/'],
    navigation: ['publication.yaml', '  - topic: Harbours\n', ''],
    footer: ['publication.yaml', '  - page: imprint\n', ''],
    copyright: ['publication.yaml', '2024 The', '2025 The'],
    licence: ['publication.yaml', /^licence: .*$/m, 'licence: CC BY 4.0'],
    contact: ['publication.yaml', 'desk@', 'news@'],
    social: ['publication.yaml', 'Mastodon', 'Fediverse'],
    logo: ['publication.yaml', 'light: logo.svg, dark: logo-dark.svg', 'light: logo-dark.svg'],
    icon: ['icon.svg', '#7a0026', '#26007a'],
    colours: ['publication.yaml', "'#7a0026'", "'#26007a'"],
    typefaces: ['publication.yaml', 'Palatino', 'Georgia'],
    lead: ['publication.yaml', 'lead: breakwater', 'lead: muelle'],
    articlesPerPage: ['publication.yaml', 'articlesPerPage: 5', 'articlesPerPage: 6'],
    timezone: ['publication.yaml', 'Asia/Tokyo', 'America/New_York'],
    show: ['publication.yaml', 'listen: false', 'listen: true'],
  } satisfies Record<keyof Publication, KeyEdit>),
  // In the footer and the navigation.
  ...editsOf('of a page', {
    headline: ['pages/about.md', 'About us', 'About the paper'],
    language: ['pages/حول.md', 'language: ar', 'language: fa'],
  } satisfies Record<keyof DocumentFrontMatter<'pages'>, KeyEdit>),
  ...editsOf('of a topic', {
    name: ['topics/harbours.md', 'name: Harbours', 'name: HARBOURS'],
    language: ['topics/harbours.md', 'language: en', 'language: de'],
  } satisfies Record<keyof DocumentFrontMatter<'topics'>, KeyEdit>),
};

/** A file in `content/`, the text to replace, and its replacement. */
type KeyEdit = readonly [file: string, from: string | RegExp, to: string];

function editsOf(where: string, edits: Readonly<Record<string, KeyEdit>>): Edits {
  return Object.fromEntries(
    Object.entries(edits).map(([key, [file, from, to]]) => [
      `an edit of "${key}" ${where}`,
      () => edit(`content/${file}`, from, to),
    ]),
  );
}

/** Edits of code for some kinds of pages. */
const LAYOUTS: Edits = {
  'an edit of a layout': () =>
    edit('src/layouts/Article.astro', '<article', '<article data-edited'),
  'an edit of a client script': () =>
    edit('src/client/offline/saved-marks.ts', /$/, '\ndocument.title += "";\n'),
};

const MARKDOWN: Edits = {
  'an edit of the Markdown pipeline': () =>
    edit('src/markdown/sanitize-schema.ts', "'blockquote', ", ''),
};

// One pair of builds proves all edits of a group, which change different pages. To find the edit that
// a group fails with, run them alone: `-t 'an edit of "kicker"'`.
describe.each([
  ['articles', ARTICLES],
  ['other files', FILES],
  ['settings', SETTINGS],
  ['layouts', LAYOUTS],
  ['the Markdown pipeline', MARKDOWN],
])('a build that reuses the last one makes the same site as `astro build`: %s', (_, edits) => {
  afterAll(async () => {
    await build();
    await expectSameAsAstroBuild();
  });

  test.each(Object.entries(edits))('%s', async (_name, change) => {
    await change();
  });
});

test('after an edit of a style sheet, every page has the new styles', async () => {
  await edit('src/styles/base.css', /$/, '\n:root { --edited: 1; }\n');
  await build();
  const pages = globSync('dist/**/*.html', {
    cwd: project.folder,
    exclude: ['dist/articles/own.html'],
  });
  expect(pages.length).toBeGreaterThan(40);
  const old = pages.filter((page) => !readFileSync(inProject(page), 'utf8').includes('--edited:1'));
  expect(old).toEqual([]);
});

test('after an update of a package, no page is reused', async () => {
  await project.write('package-lock.json', '{"lockfileVersion":3,"packages":{}}');
  expect(await build()).toContain(', 0 reused');
});

test('after an edit, the articles that do not mention the edited one are reused', async () => {
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
  await appendFile(inProject('content/articles/report/index.md'), '\nAnd more.\n');
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
  await build();
  const before = contentsOf(project);
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
