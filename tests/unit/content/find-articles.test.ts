import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findArticles } from '../../../src/content/find-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The slugs that are found in a folder with these files, and what is told of the others. */
async function find(...files: string[]) {
  const folder = await temporaryFolder(Object.fromEntries(files.map((file) => [file, ''])));
  return findIn(folder);
}

async function findIn(folder: string) {
  const { articles, problems } = await findArticles(folder);
  const within = (text: string): string => text.replaceAll(`${folder}/`, '');
  return {
    slugs: articles.map(({ slug }) => slug),
    problems: problems.map(
      ({ file, wrong, right }) => `${within(file)}: ${within(wrong)} ${right}`,
    ),
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
      'pictures/b.png',
      'notes.pdf',
      'empty/',
    ),
  ).toEqual({ slugs: ['a'], problems: [] });
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
      " .md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens.",
      "%.md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens.",
      "-.md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens.",
      "a b/index.md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens: a-b",
      "con.md: Windows keeps the name "con" for itself. Choose another name.",
      "h#x.md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens: h-x",
      "index.md: An article cannot be named "index": that is the page of the whole folder. Choose another name.",
      "q?x.md: The name holds characters that an address cannot hold everywhere. Use letters, digits and hyphens: q-x",
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
