import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readContent } from '../../../src/content/documents/read-content.ts';
import { markFiles } from '../../../src/content/marks/mark-files.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { readPublication } from '../../../src/publication.ts';
import { paint } from '../../paint.ts';
import { temporaryFolder } from './temporary-folder.ts';

const project = process.cwd();
afterEach(() => {
  process.chdir(project);
});

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9z"/></svg>';

const readme = readFileSync('README.md', 'utf8');

/** The YAML examples of a Markdown file, in their order. */
function examples(markdown: string): string[] {
  return [...markdown.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, code = '']) => code);
}

test('the files that the README shows are a publication without problems', async () => {
  const [article = '', publication = '', imprint = '', author = '', ...others] = examples(readme);
  expect(others).toEqual([]);
  const files = {
    'content/publication.yaml': publication,
    'content/logo.svg': LOGO,
    'content/logo-dark.svg': LOGO,
    'content/icon.svg': LOGO,
    'content/articles/treaty-signed.md': article,
    'content/articles/signing.jpg': await paint('jpeg', 60, 40),
    'content/pages/imprint.md': imprint,
    'content/pages/about.md': imprint.replace('Imprint', 'About us'),
    'content/authors/ada-example.md': author,
    'content/authors/ada.jpg': await paint('jpeg', 60, 40),
  };
  for (const path of Object.keys(files).filter((name) => /\.(?:md|yaml)$/.test(name))) {
    expect(readme).toContain(basename(path));
  }
  process.chdir(await temporaryFolder(files));
  const cache = openCache();
  const described = readPublication();
  const options = {
    publicationLanguage: described.language,
    cache,
    version: 'test',
    now: Date.now(),
  };
  const articles = await readArticles(options);
  const { content, problems, warnings } = await readContent(articles, options);
  cache.close();

  // Like the loader, which knows that logos are no articles.
  const marks = markFiles(described);
  const found = [...articles.problems, ...problems, ...articles.warnings, ...warnings];
  expect(describeProblems(found.filter(({ file }) => !marks.has(file)))).toBe('');
  expect(articles.articles.map(({ slug }) => slug)).toEqual(['treaty-signed']);
  expect(content.pages.map(({ slug }) => slug)).toEqual(['about', 'imprint']);
  expect(content.authors.map(({ slug }) => slug)).toEqual(['ada-example']);
});
