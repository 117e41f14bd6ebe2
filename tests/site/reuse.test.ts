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
import { contentsOf, expectSame } from './compare-sites.ts';

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
    '---\nheadline: A report\n---\n![Nets](nets.png)\n\n[The report](report.pdf)\n',
  );
  await project.write('content/articles/report/nets.png', await paint('png', 120, 80));
  await project.write('content/articles/report/report.pdf', '%PDF-1.7 First');
  await project.write(
    'content/pages/quotation.md',
    '---\nheadline: Quotation\nlanguage: en\n---\n> Words\n',
  );
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

/** Builds with all caches. */
async function build(): Promise<void> {
  const { exitCode, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
}

/** Compares with a project that has the same content and code, and no cache. */
async function expectSameAsAstroBuild(): Promise<void> {
  for (const part of ['content', 'src', 'public']) {
    await fresh.copyFrom(project, part);
  }
  for (const folder of ['.astro', 'dist']) {
    await rm(join(fresh.folder, folder), { recursive: true, force: true });
  }
  const { exitCode, stderr } = await runCommand(['npx', 'astro', 'build'], fresh.folder);
  expect(exitCode, stderr).toBe(0);
  expectSame(contentsOf(project.folder), contentsOf(fresh.folder));
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

/** Edits of code. The style sheet is for all pages, and the others are for some. */
const CODE: Edits = {
  'an edit of a style sheet': () => edit('src/styles/base.css', /$/, '\n:root { --edited: 1; }\n'),
  'an edit of a layout': () =>
    edit('src/layouts/Article.astro', '<article', '<article data-edited'),
  'an edit of a client script': () =>
    edit('src/client/offline/saved-marks.ts', /$/, '\ndocument.title += "";\n'),
  // Of content/pages/quotation.md.
  'an edit of the Markdown pipeline': () =>
    edit('src/markdown/sanitize-schema.ts', "'blockquote', ", ''),
};

// One pair of builds proves all edits of a group, which change different pages. To find the edit that
// a group fails with, run them alone: `-t 'an edit of "kicker"'`.
describe.each([
  ['articles', ARTICLES],
  ['other files', FILES],
  ['settings', SETTINGS],
  ['code', CODE],
])('a build that reuses the last one makes the same site as `astro build`: %s', (_, edits) => {
  afterAll(async () => {
    await build();
    await expectSameAsAstroBuild();
  });

  test.each(Object.entries(edits))('%s', async (_name, change) => {
    await change();
  });
});
