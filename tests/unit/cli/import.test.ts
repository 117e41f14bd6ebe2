import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportFolder } from '../import/import-command.ts';

let folder: ImportFolder;

beforeEach(() => {
  folder = new ImportFolder();
});
afterEach(() => {
  folder.remove();
});

const TALKS = 'Talks in Tehran\nMinisters met.\n© Agency\nThey said little.\n';

test('a text becomes an article, and what was recognised is printed', async () => {
  folder.write('talks.txt', TALKS);
  const { exitCode, stdout, stderr } = await folder.run(['talks.txt']);
  expect(stdout).toMatchInlineSnapshot(`
    "talks.txt → content/articles/talks-in-tehran.md
      headline    Talks in Tehran
      caption     Ministers met.
      credit      © Agency
      body        1 paragraph

    1 article written.
    "
  `);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(folder.read('content/articles/talks-in-tehran.md')).toBe(
    '---\nheadline: Talks in Tehran\nimage:\n  caption: Ministers met.\n  credit: © Agency\n---\n\nThey said little.\n',
  );
});

test('a dry run prints the same and writes nothing', async () => {
  folder.write('talks.txt', TALKS);
  const { exitCode, stdout } = await folder.run(['--dry-run', 'talks.txt']);
  expect(stdout).toContain('talks-in-tehran.md (dry run: not written)\n  headline    Talks');
  expect(stdout).toContain('1 article would be written.');
  expect(exitCode).toBe(0);
  expect(folder.articles()).toEqual([]);
});

test('texts with problems are listed at the end, the others are imported, and the exit code is 1', async () => {
  folder.write('texts/a.txt', 'First\nBody.');
  folder.write('texts/b.txt', 'Only a headline');
  folder.write('texts/c.txt', Buffer.from([0x48, 0x0a, 0xe8, 0x20, 0x62]));
  folder.write('texts/deeper/d.TXT', 'Last\nBody.');
  folder.write('texts/.hidden.txt', 'Hidden\nBody.');
  folder.write('texts/picture.jpg', 'no text');
  const { exitCode, stdout, stderr } = await folder.run(['texts', 'nowhere.txt']);
  expect(stderr).toMatchInlineSnapshot(`
    "nowhere.txt
      There is no such file or folder.
        Correct the name.

    texts/b.txt
      line 1: Nothing follows the headline: the article has no body.
        Add the text of the article below it.

    texts/c.txt
      line 2: The text has bytes that are not utf-8, from offset 2 on (0xE8).
        Choose the encoding in which this reads correctly:
          --encoding windows-1252   è b
          --encoding windows-1251   и b
          --encoding windows-1250   č b
          --encoding windows-1256   è b
          --encoding koi8-r         Х b

    "
  `);
  expect(stdout).toContain('2 articles written, 3 texts not imported.');
  expect(exitCode).toBe(1);
  expect(folder.articles()).toEqual(['first.md', 'last.md']);
});

test('an article that was saved with a byte order mark is not imported again', async () => {
  folder.write('talks.txt', TALKS);
  await folder.run(['talks.txt']);
  const file = 'content/articles/talks-in-tehran.md';
  folder.write(file, `\uFEFF${folder.read(file)}`);
  expect((await folder.run(['talks.txt'])).stdout).toContain('(already imported, unchanged)');
  expect(folder.articles()).toEqual(['talks-in-tehran.md']);
});

test.each([
  { options: ['--language', 'tr'], address: 'istanbulda-ışık' },
  { options: ['--language', 'en'], address: 'istanbulda-işik' },
])('an address is in the small letters of its language: $options', async (language) => {
  folder.write('a.txt', 'İSTANBUL’DA IŞIK\nGövde.');
  await folder.run(['a.txt', ...language.options]);
  expect(folder.articles()).toEqual([`${language.address}.md`]);
});

test('without --language, an address is in the language of the publication', async () => {
  folder.write('content/publication.yaml', 'name: Gazete\nlanguage: tr');
  folder.write('a.txt', 'IŞIK\nGövde.');
  await folder.run(['a.txt']);
  expect(folder.articles()).toEqual(['ışık.md']);
});

test('an article that was imported before is unchanged, even with more front matter', async () => {
  folder.write('talks.txt', TALKS);
  await folder.run(['talks.txt']);
  const edited = folder
    .read('content/articles/talks-in-tehran.md')
    .replace('image:', 'published: 2023-09-19\nimage:');
  folder.write('content/articles/talks-in-tehran.md', edited);
  const { exitCode, stdout } = await folder.run(['talks.txt']);
  expect(stdout).toContain('(already imported, unchanged)');
  expect(stdout).toContain('0 articles written, 1 unchanged.');
  expect(exitCode).toBe(0);
  expect(folder.articles()).toEqual(['talks-in-tehran.md']);
  expect(folder.read('content/articles/talks-in-tehran.md')).toBe(edited);
});

test('an article with the same address is only replaced with --force', async () => {
  folder.write('content/articles/talks-in-tehran.md', 'mine');
  folder.write('talks.txt', TALKS);
  const { stdout } = await folder.run(['talks.txt']);
  expect(stdout).toContain('content/articles/talks-in-tehran-2.md\n');
  expect(stdout).toContain('talks-in-tehran.md is a different article.');
  expect(folder.read('content/articles/talks-in-tehran.md')).toBe('mine');
  const forced = await folder.run(['--force', 'talks.txt']);
  expect(forced.stdout).toContain('talks-in-tehran.md (replaced)');
  expect(folder.read('content/articles/talks-in-tehran.md')).toContain('They said little.');
  expect(folder.articles()).toEqual(['talks-in-tehran-2.md', 'talks-in-tehran.md']);
});

test('texts with the same headline get different addresses, also next to folders and in other letter case', async () => {
  folder.write('content/articles/TALKS/index.md', 'mine');
  for (const name of ['a', 'b', 'c']) folder.write(`${name}.txt`, `Talks!\nBody ${name}.`);
  folder.write('d.txt', '???\nA headline without a letter.');
  folder.write('….txt', '!!!\nA headline and a name without a letter.');
  folder.write('con.txt', `CON\n${'A name that Windows reserves. '.repeat(2)}`);
  const long = 'Long headlines '.repeat(9);
  folder.write('e.txt', `${long}\nOne.`);
  folder.write('f.txt', `${long}\nTwo.`);
  const names = ['a', 'b', 'c', 'd', '…', 'con', 'e', 'f'].map((name) => `${name}.txt`);
  for (const force of [[], ['--force']]) {
    // Even with --force, no text replaces another one of the same import.
    expect((await folder.run([...force, ...names.slice(1)])).exitCode).toBe(0);
  }
  await folder.run(['a.txt']);
  expect(folder.read('content/articles/TALKS/index.md')).toContain('Body b.');
  expect(folder.articles()).toMatchInlineSnapshot(`
    [
      "TALKS",
      "article.md",
      "con-article.md",
      "d.md",
      "long-headlines-long-headlines-long-headlines-long-headlines-long-headlines-2.md",
      "long-headlines-long-headlines-long-headlines-long-headlines-long-headlines-long.md",
      "talks-2.md",
      "talks-3.md",
      "talks-4.md",
    ]
  `);
});

test('standard input is imported like a file', async () => {
  const { exitCode, stdout } = await folder.run(['-', '--standfirst'], 'Head\nSummary.\nBody.');
  expect(stdout).toContain('standard input → content/articles/head.md');
  expect(stdout).toContain('standfirst  Summary.');
  expect(exitCode).toBe(0);
});

test('--json prints one report and nothing else', async () => {
  folder.write('a.txt', 'First\nBody.');
  folder.write('b.txt', 'Only a headline');
  const { exitCode, stdout, stderr } = await folder.run(['--json', 'a.txt', 'b.txt']);
  expect(JSON.parse(stdout)).toEqual({
    articles: [
      {
        source: 'a.txt',
        status: 'written',
        file: 'content/articles/first.md',
        conflicts: [],
        recognised: {
          format: 'text',
          encoding: 'utf-8',
          paragraphStyle: 'lines',
          headline: 'First',
          bodyParagraphs: 1,
          notes: [],
        },
      },
    ],
    dryRun: false,
    written: 1,
    replaced: 0,
    unchanged: 0,
    failed: 1,
    skipped: {},
    problems: [
      {
        file: 'b.txt',
        line: 1,
        wrong: 'Nothing follows the headline: the article has no body.',
        right: 'Add the text of the article below it.',
      },
    ],
  });
  expect(stderr).toBe('');
  expect(exitCode).toBe(1);
});

test('a wrong command line is explained, and nothing is imported', async () => {
  folder.write('talks.txt', TALKS);
  const { exitCode, stdout, stderr } = await folder.run(['--standfrist', 'talks.txt']);
  expect(stderr).toBe(
    'There is no option --standfrist. Did you mean --standfirst?\nSee all options: npm run import -- --help\n',
  );
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
  expect(folder.articles()).toEqual([]);
});

test('two imports of the same texts at once write every article once', async () => {
  for (let number = 1; number <= 150; number++) {
    folder.write(`texts/${number}.txt`, `Headline ${number}\nBody.`);
  }
  const results = await Promise.all([folder.run(['texts']), folder.run(['texts'])]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(folder.articles()).toHaveLength(150);
});

test('many texts are imported in worker threads, in their order', async () => {
  const text = (number: number): string => `Same headline\nBody ${number}.`;
  for (let number = 1; number <= 300; number++) {
    folder.write(`texts/${String(number).padStart(3, '0')}.txt`, text(number));
  }
  folder.write('texts/150.txt', 'Only a headline');
  const { exitCode, stdout, stderr } = await folder.run(['texts', '--json']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ written: 299, failed: 1 });
  expect(stderr).toBe('');
  expect(folder.articles()).toHaveLength(299);
  expect(folder.read('content/articles/same-headline.md')).toContain('Body 1.\n');
  expect(folder.read('content/articles/same-headline-299.md')).toContain('Body 300.\n');
});

test('a paragraph of 1 MB and a text of 1 MB are imported', { timeout: 120_000 }, async () => {
  const sentence = 'The minister said that on Tuesday (see above), *for now*. ';
  folder.write('paragraph.txt', `One paragraph\n${sentence.repeat(1_000_000 / sentence.length)}`);
  const paragraph = `${sentence.repeat(10).trim()}\n`;
  folder.write('text.txt', `Many paragraphs\n${paragraph.repeat(1_000_000 / paragraph.length)}`);
  const { exitCode, stdout } = await folder.run(['paragraph.txt', 'text.txt']);
  expect(stdout).toContain('2 articles written.');
  expect(exitCode).toBe(0);
});
