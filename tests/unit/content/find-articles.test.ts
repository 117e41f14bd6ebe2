import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/article/problem.ts';
import { findArticles } from '../../../src/content/find-articles.ts';
import { folderBeyondReach, temporaryFolder } from './temporary-folder.ts';

/** The slugs that are found in a folder with these files, and what is told of the others. */
async function find(...files: string[]) {
  const folder = await temporaryFolder(Object.fromEntries(files.map((file) => [file, ''])));
  return findIn(folder);
}

async function findIn(folder: string) {
  const { articles, problems, warnings } = await findArticles(folder);
  const within = (text: string): string => text.replaceAll(`${folder}/`, '');
  const told = ({ file, wrong, right }: Problem): string => within(`${file}: ${wrong} ${right}`);
  return {
    slugs: articles.map(({ slug }) => slug),
    problems: problems.map(told),
    warnings: warnings.map(told),
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

test('names may be of any script, and hold dots', async () => {
  const { slugs, problems } = await find('итог-года.md', '港口的清晨/index.md', 'v1.0.md');
  expect([slugs.toSorted(), problems]).toEqual([['v1.0', 'итог-года', '港口的清晨'], []]);
});

test('what is no article and does not look like one is left alone', async () => {
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
      // What editors and systems leave.
      ...['a.md~', 'a.md.orig', 'a.md.bak', '#a.md#', '.a.md.swp', 'a.md.swp', '~$treaty.docx'],
      ...['Thumbs.db', 'desktop.ini', 'a/index.md~', 'a/.DS_Store', 'a/deep/b.md.bak'],
    ),
  ).toEqual({ slugs: ['a'], problems: [], warnings: [] });
});

test('files that cannot be published are warned of, with what to do', async () => {
  const { slugs, problems, warnings } = await find(
    ...['treaty.docx', 'b/notes.PDF', 'b/deep/page.html', 'IMG_1.heic', 'b/index.md', 'b/map.svg'],
    ...['table.xlsx', 'LICENSE', 'c/video.mp4'],
  );
  expect([slugs, problems]).toEqual([['b'], []]);
  expect(warnings).toMatchInlineSnapshot(`
    [
      "IMG_1.heic: This file is not published. Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "LICENSE: This file is not published. Only articles and their pictures are: move it out of content/.",
      "b/deep/page.html: This file is not published. To publish it, import it: npm run import -- FILE. Otherwise move it out of content/.",
      "b/map.svg: This file is not published. Convert it to JPEG, PNG, WebP, AVIF or GIF to show it, or move it out of content/.",
      "b/notes.PDF: This file is not published. To publish it, import it: npm run import -- FILE. Otherwise move it out of content/.",
      "c/video.mp4: This file is not published. Only articles and their pictures are: move it out of content/.",
      "table.xlsx: This file is not published. Only articles and their pictures are: move it out of content/.",
      "treaty.docx: This file is not published. To publish it, import it: npm run import -- FILE. Otherwise move it out of content/.",
    ]
  `);
});

test('links to nothing, sockets and named pipes do not stop the search', async () => {
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
      (file) => `${file}: This is not a file. Put a file that holds text in its place.`,
    ),
  );
});

test('a folder that cannot be listed is told, and the others are read', async () => {
  const folder = await temporaryFolder({ 'a.md': '' });
  await folderBeyondReach(folder);
  const { slugs, problems } = await findIn(folder);
  expect(slugs).toEqual(['a']);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^beyond\/.*: The folder cannot be read\. Look whether/);
});

test('a file in place of the folder is told', async () => {
  const folder = await temporaryFolder({ articles: '' });
  expect((await findIn(`${folder}/articles`)).problems).toEqual([
    `${folder}/articles: The folder cannot be read. Look whether it is a folder, and whether you may read it.`,
  ]);
});

describe('a copy that a program left is told', () => {
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
  ])('%s, whether there is an original or not', async (copy, maker) => {
    for (const original of [[], ['alpha.md']]) {
      const { slugs, problems } = await find(copy, ...original);
      expect(slugs).toEqual(original.map(() => 'alpha'));
      expect(problems).toEqual([
        `${copy}: By its name, this is a copy of "alpha" that ${maker} made when two versions met. Keep what is right of both in one file, and delete the other. If this is an article of its own, rename it.`,
      ]);
    }
  });

  test('also within the folder of an article', async () => {
    const { slugs, problems } = await find('alpha/index.md', 'alpha/index_LOCAL_7.md');
    expect(slugs).toEqual(['alpha']);
    expect(problems[0]).toContain('this is a copy of "index" that git mergetool made');
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
        ' If this is a copy of "alpha", delete it. Otherwise use letters',
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
  ])('%s is an article', async (name) => {
    expect((await find(name, 'alpha.md')).problems).toEqual([]);
  });
});

test('a folder that is not there is told', async () => {
  const folder = await temporaryFolder();
  const { problems } = await findArticles(`${folder}/articles`);
  expect(problems).toEqual([
    {
      file: `${folder}/articles`,
      wrong: 'There is no such folder.',
      right: 'Make it, and put your articles there: one file each, named <slug>.md',
    },
  ]);
});

test('names that no address can hold are told, and the others are found', async () => {
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

test('two names for one address are told of both', async () => {
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
      "A.md: This article would have the same address as a.md. Rename one of them. Capital letters alone do not tell addresses apart.",
      "a.md: This article would have the same address as A.md. Rename one of them. Capital letters alone do not tell addresses apart.",
      "b/index.md: This article would have the same address as b.md. Rename one of them. Capital letters alone do not tell addresses apart.",
      "b.md: This article would have the same address as b/index.md. Rename one of them. Capital letters alone do not tell addresses apart.",
      "Ü.md: This article would have the same address as ü.md. Rename one of them. Capital letters alone do not tell addresses apart.",
      "ü.md: This article would have the same address as Ü.md. Rename one of them. Capital letters alone do not tell addresses apart.",
    ]
  `);
});

test('files that look like articles and are not read as such are told', async () => {
  const { slugs, problems } = await find('a.markdown', 'b.MD', 'c.txt', 'd.mdx', 'e.md', 'e.mdown');
  expect(slugs).toEqual(['e']);
  expect(problems).toMatchInlineSnapshot(`
    [
      "a.markdown: This is not read as an article. End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE",
      "b.MD: This is not read as an article. End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE",
      "c.txt: This is not read as an article. End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE",
      "d.mdx: This is not read as an article. End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE",
      "e.mdown: This is not read as an article. End its name with .md, in small letters. Plain text is brought in by: npm run import -- FILE",
    ]
  `);
});

test('articles in folders within folders are told', async () => {
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
      "2023/september/treaty.md: This is not read as an article. The article of a folder is named index.md.",
      "a/b/index.md: This is not read as an article. The article of this folder is index.md. Move the other one up: content/articles/<slug>.md",
      "a/c.md: This is not read as an article. The article of this folder is index.md. Move the other one up: content/articles/<slug>.md",
      "d/e.txt: This is not read as an article. The article of a folder is named index.md.",
      "d/index.MD: This is not read as an article. The article of a folder is named index.md.",
    ]
  `);
});

describe('a symbolic link is told', () => {
  test('to a file, to a folder, to nothing, and within the folder of an article', async () => {
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
        (file) => `${file}: This is a symbolic link. Put a copy of the file itself here.`,
      ),
    );
  });
});
