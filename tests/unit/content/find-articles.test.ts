import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/article/problem.ts';
import { findArticles } from '../../../src/content/find-articles.ts';
import { temporaryFolder, unreadableSubfolder } from './temporary-folder.ts';

/** Finds articles in a folder with these files. Returns slugs and messages. */
async function find(...files: string[]) {
  const folder = await temporaryFolder(Object.fromEntries(files.map((file) => [file, ''])));
  return findIn(folder);
}

async function findIn(folder: string) {
  const { articles, problems, warnings } = await findArticles(folder);
  const within = (text: string): string => text.replaceAll(`${folder}/`, '');
  const format = ({ file, wrong, right }: Problem): string => within(`${file}: ${wrong} ${right}`);
  return {
    slugs: articles.map(({ slug }) => slug),
    problems: problems.map(format),
    warnings: warnings.map(format),
  };
}

test('articles are files, and folders with an index.md, in the order of their names', async () => {
  const folder = await temporaryFolder({ 'b.md': '', 'a/index.md': '', 'a/photo.jpg': '' });
  expect(await findArticles(folder)).toEqual({
    articles: [
      { slug: 'a', file: `${folder}/a/index.md` },
      { slug: 'b', file: `${folder}/b.md` },
    ],
    problems: [],
    warnings: [],
  });
});

test('names can be in any writing system and contain dots', async () => {
  const { slugs, problems } = await find('итог-года.md', '港口的清晨/index.md', 'v1.0.md');
  expect([slugs.toSorted(), problems]).toEqual([['v1.0', 'итог-года', '港口的清晨'], []]);
});

test('pictures, hidden files, backups and temporary files are ignored', async () => {
  expect(
    await find(
      'photo.jpg',
      '.DS_Store',
      '._a.md',
      '.git/a.md',
      'a/index.md',
      'a/._index.md',
      'pictures/b.PNG',
      'empty/',
      ...['a.md~', 'a.md.orig', 'a.md.bak', '#a.md#', '.a.md.swp', 'a.md.swp', '~$treaty.docx'],
      ...['Thumbs.db', 'desktop.ini', 'a/index.md~', 'a/.DS_Store', 'a/deep/b.md.bak'],
    ),
  ).toEqual({ slugs: ['a'], problems: [], warnings: [] });
});

test('files that are not published cause warnings', async () => {
  const { slugs, problems, warnings } = await find(
    ...['treaty.docx', 'b/notes.PDF', 'b/deep/page.html', 'IMG_1.heic', 'b/index.md', 'b/map.svg'],
    ...['table.xlsx', 'LICENSE', 'c/video.mp4'],
  );
  expect([slugs, problems]).toEqual([['b'], []]);
  expect(warnings).toMatchInlineSnapshot(`
    [
      "IMG_1.heic: This file is not published. Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "LICENSE: This file is not published. Only articles and their pictures are published. Move it out of content/.",
      "b/deep/page.html: This file is not published. To publish it, run: npm run import -- FILE. Otherwise, move it out of content/.",
      "b/map.svg: This file is not published. Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "b/notes.PDF: This file is not published. To publish it, run: npm run import -- FILE. Otherwise, move it out of content/.",
      "c/video.mp4: This file is not published. Only articles and their pictures are published. Move it out of content/.",
      "table.xlsx: This file is not published. Only articles and their pictures are published. Move it out of content/.",
      "treaty.docx: This file is not published. To publish it, run: npm run import -- FILE. Otherwise, move it out of content/.",
    ]
  `);
});

test('broken links, sockets and named pipes do not stop the search', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  await symlink('editor@machine.123:456', join(folder, '.#a.md'));
  for (const name of ['pipe', 'b.md', 'c/index.md', 'c.docx']) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    expect(spawnSync('mkfifo', [join(folder, name)]).status).toBe(0);
  }
  const server = createServer().listen(join(folder, 'socket.md'));
  await once(server, 'listening');
  const { slugs, problems, warnings } = await findIn(folder);
  server.close();
  expect([slugs, warnings]).toEqual([['a'], []]);
  expect(problems).toEqual(
    ['b.md', 'c/index.md', 'socket.md'].map(
      (file) => `${file}: This is not a file. Replace it with a text file.`,
    ),
  );
});

test('a folder that cannot be listed is an error, and others are searched', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  await unreadableSubfolder(folder);
  const { slugs, problems } = await findIn(folder);
  expect(slugs).toEqual(['a']);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^beyond\/.*: The folder cannot be read\. Check that/);
});

test('a file in place of the folder is an error', async () => {
  const folder = await temporaryFolder({ articles: '' });
  expect((await findIn(`${folder}/articles`)).problems).toEqual([
    `${folder}/articles: The folder cannot be read. Check that it is a folder and that you have permission to read it.`,
  ]);
});

describe('a copy is an error', () => {
  test.each([
    ['alpha.sync-conflict-20260101-120000-ABCDEFG.md', 'Syncthing'],
    ['alpha.sync-conflict-20260101-120000-ABCDEFG.markdown', 'Syncthing'],
    ['alpha_conflict-20260101-120000.md', 'ownCloud'],
    ['alpha-DESKTOP-AB12CD.md', 'OneDrive'],
    ['alpha-LAPTOP-0AB12CDE-2.md', 'OneDrive'],
    ['alpha-DESKTOP-AB12CD/index.md', 'OneDrive'],
    ['alpha_BACKUP_1234.md', 'git mergetool'],
    ['alpha_BASE_1234.md', 'git mergetool'],
    ['alpha_LOCAL_1234.md', 'git mergetool'],
    ['alpha_REMOTE_1234.md', 'git mergetool'],
  ])('%s, with or without its original', async (copy, program) => {
    for (const original of [[], ['alpha.md']]) {
      const { slugs, problems } = await find(copy, ...original);
      expect(slugs).toEqual(original.map(() => 'alpha'));
      expect(problems).toEqual([
        `${copy}: The name is that of a conflict copy of "alpha", made by ${program}. Merge the two versions into one file, and delete the other. If this is a separate article, rename it.`,
      ]);
    }
  });

  test('in the folder of an article', async () => {
    const { slugs, problems } = await find('alpha/index.md', 'alpha/index_LOCAL_7.md');
    expect(slugs).toEqual(['alpha']);
    expect(problems[0]).toContain('conflict copy of "index", made by git mergetool');
  });

  test.each([
    'alpha 2.md',
    'alpha copy.md',
    'alpha - Copy.md',
    'alpha — копия (2).md',
    'alpha (1).md',
    'alpha(1).md',
    "alpha (Jane's conflicted copy 2026-01-01).md",
    'alpha copy/index.md',
  ])('%s, beside its original', async (copy) => {
    for (const original of ['alpha.md', 'alpha/index.md']) {
      const { slugs, problems } = await find(copy, original);
      expect(slugs).toEqual(['alpha']);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(
        ' If this is a copy of "alpha", delete it. Otherwise, use letters',
      );
    }
    const alone = await find(copy);
    expect(alone.problems[0]).not.toContain('copy of "alpha"');
  });

  test.each([
    'desktop-publishing.md',
    'my-DESKTOP.md',
    'alpha_BASE.md',
    'local_1234.md',
    'alpha-2.md',
  ])('but not %s', async (name) => {
    expect((await find(name, 'alpha.md')).problems).toEqual([]);
  });
});

test('a missing folder is an error', async () => {
  const folder = await temporaryFolder();
  const { problems } = await findArticles(`${folder}/articles`);
  expect(problems).toEqual([
    {
      file: `${folder}/articles`,
      wrong: 'The folder does not exist.',
      right: 'Create it, and add your articles to it: one file each, named <slug>.md',
    },
  ]);
});

test('invalid names are errors, and other articles are found', async () => {
  const { slugs, problems } = await find(
    'h#x.md',
    'q?x.md',
    '%.md',
    ' .md',
    'a b/index.md',
    'good.md',
    'index.md',
    'con.md',
    '-.md',
  );
  expect(slugs).toEqual(['good']);
  expect(problems).toMatchInlineSnapshot(`
    [
      " .md: The name contains characters that do not work in every address. Use letters, digits and hyphens.",
      "%.md: The name contains characters that do not work in every address. Use letters, digits and hyphens.",
      "-.md: The name contains characters that do not work in every address. Use letters, digits and hyphens.",
      "a b/index.md: The name contains characters that do not work in every address. Use letters, digits and hyphens: a-b",
      "con.md: Windows reserves the name "con". Choose another name.",
      "h#x.md: The name contains characters that do not work in every address. Use letters, digits and hyphens: h-x",
      "index.md: An article cannot be named "index", because index.html is the page of a folder. Choose another name.",
      "q?x.md: The name contains characters that do not work in every address. Use letters, digits and hyphens: q-x",
    ]
  `);
});

test('files with the same address are errors', async () => {
  const { slugs, problems } = await find(
    'A.md',
    'a.md',
    'b.md',
    'b/index.md',
    'c.md',
    'Ü.md',
    'ü.md',
  );
  expect(slugs).toEqual(['c']);
  expect(problems).toMatchInlineSnapshot(`
    [
      "A.md: This article would have the same address as a.md. Rename one of them. Addresses must differ in more than upper and lower case.",
      "a.md: This article would have the same address as A.md. Rename one of them. Addresses must differ in more than upper and lower case.",
      "b/index.md: This article would have the same address as b.md. Rename one of them. Addresses must differ in more than upper and lower case.",
      "b.md: This article would have the same address as b/index.md. Rename one of them. Addresses must differ in more than upper and lower case.",
      "Ü.md: This article would have the same address as ü.md. Rename one of them. Addresses must differ in more than upper and lower case.",
      "ü.md: This article would have the same address as Ü.md. Rename one of them. Addresses must differ in more than upper and lower case.",
    ]
  `);
});

test('files with other extensions of Markdown and text are errors', async () => {
  const { slugs, problems } = await find('a.markdown', 'b.MD', 'c.txt', 'd.mdx', 'e.md', 'e.mdown');
  expect(slugs).toEqual(['e']);
  expect(problems).toMatchInlineSnapshot(`
    [
      "a.markdown: This file is not read as an article. Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE",
      "b.MD: This file is not read as an article. Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE",
      "c.txt: This file is not read as an article. Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE",
      "d.mdx: This file is not read as an article. Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE",
      "e.mdown: This file is not read as an article. Rename it so that it ends with .md in lower case. To import plain text, run: npm run import -- FILE",
    ]
  `);
});

test('articles in nested folders are errors', async () => {
  const { slugs, problems } = await find(
    '2023/september/treaty.md',
    '2023/photo.jpg',
    'a/index.md',
    'a/b/index.md',
    'a/c.md',
    'd/index.MD',
    'd/e.txt',
  );
  expect(slugs).toEqual(['a']);
  expect(problems).toMatchInlineSnapshot(`
    [
      "2023/september/treaty.md: This file is not read as an article. Name the article of a folder index.md, and put the folder in content/articles/",
      "a/b/index.md: This file is not read as an article. The article of this folder is index.md. Move this file to content/articles/<slug>.md",
      "a/c.md: This file is not read as an article. The article of this folder is index.md. Move this file to content/articles/<slug>.md",
      "d/e.txt: This file is not read as an article. Name the article of a folder index.md, and put the folder in content/articles/",
      "d/index.MD: This file is not read as an article. Name the article of a folder index.md, and put the folder in content/articles/",
    ]
  `);
});

test('symbolic links are errors', async () => {
  const folder = await temporaryFolder({
    'good.md': '',
    'a/index.md': '',
    'elsewhere/secret.jpg': '',
  });
  await symlink(join(folder, 'good.md'), join(folder, 'file.md'));
  await symlink(join(folder, 'a'), join(folder, 'folder'));
  await symlink('/nowhere', join(folder, 'nothing.md'));
  await symlink(join(folder, 'elsewhere/secret.jpg'), join(folder, 'a/photo.jpg'));
  const { slugs, problems } = await findIn(folder);
  expect(slugs).toEqual(['a', 'good']);
  expect(problems).toEqual(
    ['a/photo.jpg', 'file.md', 'folder', 'nothing.md'].map(
      (file) => `${file}: This is a symbolic link. Replace the link with a copy of the file.`,
    ),
  );
});
