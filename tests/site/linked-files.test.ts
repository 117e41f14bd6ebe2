import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';
import { filesIn } from './files-in.ts';

let project: ScratchProject;

const article = (body: string, keys = ''): string => `---\nheadline: A\n${keys}---\n${body}\n`;

const BODY = [
  '[council](../topics/council.html) [archive](/archive.html) [year](/archive/2023.html)',
  '[strike](ferry-strike.html) [again](ferry-strike.md) [part](ferry-strike.html#why)',
  '[call](tel:+493012345) [write](mailto:letters@harbour.example)',
  '[report](report.pdf) [data](<data/ferry times.csv>) [press](/press.pdf)',
].join('\n\n');

beforeAll(async () => {
  project = await scratchProject();
  const harbour = 'content/articles/harbour';
  const keys =
    'published: 2023-09-19\ntopics: [Council]\nimage: { caption: "[a](/archive.html)" }\n';
  await project.write(`${harbour}/index.md`, article(BODY, keys));
  await project.write(`${harbour}/report.pdf`, '%PDF-1.7 The report');
  await project.write(`${harbour}/data/ferry times.csv`, 'a,b\n');
  await project.write(`${harbour}/.secret.pdf`, 'secret');
  await project.write(`${harbour}/page.html`, '<script>alert(1)</script>');
  await project.write(
    'content/articles/ferry-strike.md',
    article('[t](times.txt)\n\n## Why\n\nA.'),
  );
  await project.write('content/articles/times.txt', 'Seven.');
  await project.write('public/press.pdf', '%PDF-1.7 Press');
});

afterAll(() => project.remove());

describe('links in bodies', () => {
  test('lead to pages of the site, and to copies of the files beside the article', async () => {
    const { exitCode, stderr } = await project.build();
    expect(exitCode, stderr).toBe(0);
    // Nothing but this file is missing from the site.
    expect(stderr.match(/^content.*/gm)).toEqual(['content/articles/harbour/page.html']);
    const dist = join(project.folder, 'dist');
    const page = await readFile(join(dist, 'articles/harbour.html'), 'utf8');
    const hrefs = [...page.matchAll(/<a href="([^"]*)"[^>]*>(\w+)<\/a>/g)];
    expect(hrefs.map(([, href = '', words = '']) => `${words}: ${href}`)).toEqual(
      expect.arrayContaining([
        'a: ../archive.html',
        'council: ../topics/council.html',
        'archive: ../archive.html',
        'year: ../archive/2023.html',
        'strike: ferry-strike.html',
        'again: ferry-strike.html',
        'part: ferry-strike.html#section-why',
        'call: tel:+493012345',
        'write: mailto:letters@harbour.example',
        'report: harbour/report.pdf',
        'data: harbour/data/ferry%20times.csv',
        'press: ../press.pdf',
      ]),
    );
    const copied = filesIn(dist).filter((file) => /^articles\/.*(?<!\.html|\.md)$/.test(file));
    expect(copied.sort()).toEqual([
      'articles/harbour/data/ferry times.csv',
      'articles/harbour/report.pdf',
      'articles/times.txt',
    ]);
    expect(await readFile(join(dist, 'articles/harbour/report.pdf'), 'utf8')).toBe(
      '%PDF-1.7 The report',
    );
  });

  test('work in the Markdown copy', async () => {
    const copy = await readFile(join(project.folder, 'dist/articles/harbour.md'), 'utf8');
    expect(copy).toContain('[report](harbour/report.pdf)');
    expect(copy).toContain('[data](<harbour/data/ferry%20times.csv>)');
    expect(copy).toContain('[archive](../archive.html)');
    expect(copy).toContain('[again](ferry-strike.md)');
  });

  test('to missing pages and files are errors with their lines', async () => {
    const folder = join(project.folder, 'content/articles/wrong');
    await mkdir(folder, { recursive: true });
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    await project.write('content/articles/wrong/web.pdf', '<!doctype html><script>1</script>');
    await project.write(
      'content/articles/wrong/index.md',
      article('[a](missing.pdf)\n\n[b](link.txt)\n\n[c](web.pdf)\n\n[d](../../secret.txt)'),
    );
    const { exitCode, stderr } = await project.build();
    expect(exitCode).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
      "
      content/articles/wrong/index.md
        line 4: The file content/articles/wrong/missing.pdf does not exist.
          Put the file there, or correct the path. Upper and lower case matter.
        line 6: content/articles/wrong/link.txt is a symbolic link.
          Replace it with a copy of what it leads to.
        line 8: The file content/articles/wrong/web.pdf contains HTML or XML, despite its name.
          Open it in the program that made it, and save it again in the format of its name.
        line 10: The link to "../../secret.txt" leads outside the site.
          Put the file into the folder of the article, and link to it by its name.

      4 problems in the content.

      Nothing was built: dist/ is as it was.
      "
    `);

    await rm(join(folder, 'link.txt'));
    await project.write(
      'content/articles/wrong/index.md',
      article('[a](../topics/cuncil.html)\n\n[b](/)\n\n[c](/articles)'),
    );
    const late = await project.build();
    expect(late.exitCode).toBe(1);
    expect(late.stderr).toMatchInlineSnapshot(`
      "
      content/articles/wrong/index.md
        line 4: The link leads to topics/cuncil.html, which is not in the site.
          Correct the address. Pages begin with a slash: /archive.html, /topics/council.html. A file beside the article is linked by its name.
        line 8: The link leads to articles, which is not in the site.
          Correct the address. Pages begin with a slash: /archive.html, /topics/council.html. A file beside the article is linked by its name.

      2 problems in the content.

      Nothing was built: dist/ is as it was.
      "
    `);

    const plain = await runCommand(['npx', 'astro', 'build', '--outDir', 'other'], project.folder);
    expect(plain.exitCode).toBe(1);
    expect(plain.stderr).toContain('leads to topics/cuncil.html, which is not in the site.');
  });
});
