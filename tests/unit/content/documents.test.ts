import { afterEach, describe, expect, test } from 'vitest';
import { describeProblems } from '../../../src/article/problem.ts';
import { openCache } from '../../../src/cache/cache.ts';
import { readContent } from '../../../src/content/documents/read-content.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { temporaryFolder } from './temporary-folder.ts';

const project = process.cwd();
afterEach(() => {
  process.chdir(project);
});

const ARTICLE = {
  'content/publication.yaml': 'name: A\nlanguage: en\n',
  'content/articles/a.md':
    '---\nheadline: A\nbyline: Ada Example\ntopics: Harbours\nseries: { name: After the storm }\n---\nText.\n',
};

/** Reads a project with an article and these files. */
async function read(files: Readonly<Record<string, string>>) {
  process.chdir(await temporaryFolder({ ...ARTICLE, ...files }));
  const cache = openCache();
  const options = { publicationLanguage: 'en', cache, version: 'test', now: Date.now() };
  const { content, problems, warnings } = await readContent(await readArticles(options), options);
  cache.close();
  return {
    content,
    problems: describeProblems(problems),
    warnings: describeProblems(warnings),
  };
}

const page = (body: string, headline = 'Imprint'): string =>
  `---\nheadline: ${headline}\n---\n${body}\n`;

describe('a page', () => {
  test('has a headline, a body, and links by file to pages and articles', async () => {
    const { content, problems } = await read({
      'content/pages/imprint.md': page(
        'By *us*. [A](../articles/a.md) [B](about.md#who) [C](#there)\n\n## There',
      ),
      'content/pages/about.md': page('## Who', 'About'),
    });
    expect(problems).toBe('');
    expect(content.pages.map(({ slug }) => slug)).toEqual(['about', 'imprint']);
    expect(content.pages[1]?.body?.html).toBe(
      '<p>By <em>us</em>. <a href="articles/a.html">A</a> <a href="about.html#section-who">B</a> <a href="#section-there">C</a></p>\n<h2 id="section-there"><a href="#section-there">There</a></h2>',
    );
  });

  test.each(['index', 'search', 'archive', 'topics', 'Corrections', 'articles', '404'])(
    'cannot be named %s, which the site uses itself',
    async (name) => {
      const { content, problems } = await read({ [`content/pages/${name}.md`]: page('Text.') });
      expect(content.pages).toEqual([]);
      expect(problems).toContain(`content/pages/${name}.md`);
      expect(problems).toContain('name');
    },
  );

  test.each([
    ['no body', '---\nheadline: A\n---\n', 'The article has no body.'],
    ['no headline', '---\nlanguage: en\n---\nText.', 'headline'],
    ['an unknown key', '---\nheadline: A\nbyline: B\n---\nText.', 'There is no key "byline".'],
    ['no front matter', 'Text.', 'The file does not begin with front matter.'],
    ['a dead link to a page', page('[a](gone.md)'), 'The link leads to pages/gone.md'],
    ['a dead link to an article', page('[a](../articles/b.md)'), 'leads to articles/b.md'],
    ['a dead link to a heading', page('[a](#b)'), 'content/pages/p.md has no such heading.'],
    ['a missing picture', page('![a](./b.jpg)'), 'does not exist'],
  ])('with %s is an error', async (_, text, message) => {
    expect((await read({ 'content/pages/p.md': text })).problems).toContain(message);
  });

  test('is sanitized like an article', async () => {
    const body =
      '<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>';
    const { content } = await read({ 'content/pages/p.md': page(body) });
    expect(content.pages[0]?.body?.html).not.toMatch(/<script|<img|javascript:/);
  });
});

test('an article can link to pages by file', async () => {
  const link = (target: string): Promise<{ problems: string }> =>
    read({
      'content/pages/imprint.md': page('## Publisher\n\nText.'),
      'content/articles/b/index.md': page(`[a](${target})`, 'B'),
    });
  expect((await link('../../pages/imprint.md#publisher')).problems).toBe('');
  expect((await link('../pages/imprint.md')).problems).toBe('');
  expect((await link('../pages/privacy.md')).problems).toContain(
    'pages/privacy.md, which does not exist',
  );
  expect((await link('../pages/imprint.md#gone')).problems).toContain('has no such heading');
});

test('an author can have a role, aliases, links and no biography', async () => {
  const { content, problems } = await read({
    'content/authors/ada.md':
      '---\nname: Ada Example\naliases: A. Example\nrole: Reporter\nlinks: [{ name: A, url: https://a.example }]\n---\n',
  });
  expect(problems).toBe('');
  expect(content.authors[0]?.frontMatter).toMatchObject({
    aliases: ['A. Example'],
    role: 'Reporter',
  });
  expect(content.authors[0]?.body).toBeUndefined();
});

describe('an error names the file, the line and what is wrong with', () => {
  test.each([
    [
      'a name that two authors claim',
      {
        'content/authors/a.md': '---\nname: Ada\n---\n',
        'content/authors/b.md': '---\nname: Bo\naliases: [ADA]\n---\n',
      },
      'content/authors/b.md\n  line 3: "ADA" already belongs to content/authors/a.md.',
    ],
    [
      'a topic in the file of another',
      { 'content/topics/iran.md': '---\nname: Iraq\n---\nText.\n' },
      'Name the file iraq.md',
    ],
    [
      'a link of an author that is not one',
      {
        'content/authors/a.md':
          '---\nname: A\nlinks: [{ name: B, url: javascript:alert(1) }]\n---\n',
      },
      'links[1].url: "javascript:alert(1)" is not a web address.',
    ],
    [
      'a portrait that does not exist',
      { 'content/authors/a.md': '---\nname: A\npicture: a.jpg\n---\n' },
      'line 3, picture: The picture content/authors/a.jpg does not exist.',
    ],
    [
      'a page that the navigation names',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nnavigation: [{ page: about }]\n' },
      'line 3, navigation[1].page: There is no page content/pages/about.md.',
    ],
    [
      'a topic that the footer names',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nfooter: [{ topic: Iran }]\n' },
      'No article has "Iran" in its topics.',
    ],
    [
      'an author that the footer names',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nfooter: [{ author: Bo }]\n' },
      'No article has "Bo" in its byline.',
    ],
    [
      'a series that the navigation names',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nnavigation: [{ series: Wind }]\n' },
      'line 3, navigation[1].series: No article has "Wind" in its series.',
    ],
    [
      'a page with a misspelt name',
      {
        'content/publication.yaml': 'name: A\nlanguage: en\nnavigation: [{ page: imprnt }]\n',
        'content/pages/imprint.md': '---\nheadline: Imprint\n---\nText.\n',
      },
      'Did you mean "imprint"?',
    ],
    [
      'a topic with a misspelt name',
      {
        'content/publication.yaml': 'name: A\nlanguage: en\nnavigation: [{ topic: Harbuors }]\n',
      },
      'Did you mean "Harbours"?',
    ],
    [
      'an author with a misspelt name',
      {
        'content/publication.yaml':
          'name: A\nlanguage: en\nnavigation: [{ author: Ada Exmaple }]\n',
      },
      'Did you mean "Ada Example"?',
    ],
    [
      'a series with a misspelt name',
      {
        'content/publication.yaml':
          'name: A\nlanguage: en\nnavigation: [{ series: After the strom }]\n',
      },
      'Did you mean "After the storm"?',
    ],
    [
      'a lead that is no article',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nlead: b\n' },
      'line 3, lead: There is no article "b" that can be published.',
    ],
    [
      'a logo that does not exist',
      { 'content/publication.yaml': 'name: A\nlanguage: en\nlogo: { light: a.svg }\n' },
      'line 3, logo.light: The file content/a.svg does not exist.',
    ],
    [
      'a logo with a script',
      {
        'content/publication.yaml': 'name: A\nlanguage: en\nicon: a.svg\n',
        'content/a.svg': '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
      },
      'icon: The SVG contains <script>, which is not published.',
    ],
  ])('%s', async (_, files, message) => {
    expect((await read(files)).problems).toContain(message);
  });

  test('is absent for links to articles and pages with problems of their own', async () => {
    const files = {
      'content/publication.yaml':
        'name: A\nlanguage: en\nlead: b\nnavigation: [{ topic: Iran }, { series: Wind }, { page: gone }]\n',
      'content/articles/b.md': '---\nheadline: B\ntopics: Iran\nseries: Wind\n---\nText.\n',
      'content/articles/c.md': '---\nheadline: C\nlanguage: de\ntranslationOf: b\n---\nText.\n',
      'content/pages/about.md': page('[B](../articles/b.md)', 'About'),
    };
    const { problems } = await read(files);
    expect(problems.match(/line .*/g)).toEqual([
      'line 4, navigation[3].page: There is no page content/pages/gone.md.',
    ]);
  });

  test('is absent for links to what exists', async () => {
    const yaml =
      'navigation: [{ topic: harbours }, { author: ADA EXAMPLE }, { series: after the STORM }]\n';
    const files = { 'content/publication.yaml': `name: A\nlanguage: en\n${yaml}` };
    expect((await read(files)).problems).toBe('');
  });
});
