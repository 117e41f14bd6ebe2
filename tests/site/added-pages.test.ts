import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { paint } from '../paint.ts';
import { runCommand, scratchProject, type ScratchProject } from '../scratch-project.ts';

/*
 * Pages that a publisher adds, as in Astro's documentation:
 * https://docs.astro.build/en/guides/content-collections/#querying-build-time-collections
 */

const LIST_PAGE = `---
import { getCollection, getEntry } from 'astro:content';
import { Image } from 'astro:assets';
const articles = await getCollection('articles', ({ data }) => data.topics?.includes('Harbour'));
const one = await getEntry('articles', 'two');
---
<title>Harbour</title>
<ul>
  {articles.map(({ id, data }) => (
    <li>
      <a href={\`articles/\${id}.html\`}>{data.headline}</a>
      <time>{data.published}</time>
      <span>{data.byline?.join(', ')}</span>
      <b>{data.body.readingMinutes} min, {data.body.headings.map(({ text }) => text).join(', ')}</b>
      {data.image?.file && <Image src={data.image.file} alt={data.image.alt ?? ''} />}
    </li>
  ))}
</ul>
<p>{one?.data.headline}</p>
`;

const ARTICLE_PAGE = `---
import { getCollection } from 'astro:content';
import Body from '../../components/Body.astro';
export async function getStaticPaths() {
  const articles = await getCollection('articles');
  return articles.map((article) => ({ params: { id: article.id }, props: { article } }));
}
const { article } = Astro.props;
---
<title>{article.data.headline}</title>
<Body
  body={article.data.body}
  path={\`plain/\${article.id}.html\`}
  language="en"
  afterPicture={false}
/>
`;

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
  const keys = 'topics: Harbour\npublished: 2023-09-19\nbyline: [A, B]';
  const image = 'image: { file: ./lead.png, alt: A quay }';
  await project.write(
    'content/articles/one/index.md',
    `---\nheadline: One\n${keys}\n${image}\n---\n## First part\n\nWords.\n\n![In the body](lead.png)\n`,
  );
  await project.write('content/articles/one/lead.png', await paint('png', 60, 40));
  await project.write('content/articles/two.md', '---\nheadline: Two\n---\nOther *words*.\n');
  await project.write('src/pages/harbour.astro', LIST_PAGE);
  await project.write('src/pages/plain/[id].astro', ARTICLE_PAGE);
  const { exitCode, stderr } = await project.build();
  expect(exitCode, stderr).toBe(0);
  return () => project.remove();
});

function readBuilt(page: string): Promise<string> {
  return readFile(join(project.folder, 'dist', page), 'utf8');
}

test('an added page shows front matter, headings and reading times', async () => {
  const page = (await readBuilt('harbour.html')).replaceAll(/\s+/g, ' ');
  expect(page).toContain('<a href="articles/one.html">One</a>');
  expect(page).toContain('<time>2023-09-19</time>');
  expect(page).toContain('<span>A, B</span>');
  expect(page).toContain('<b>1 min, First part</b>');
  expect(page).toMatch(/<img src="\/assets\/lead\.[^"]+" alt="A quay"[^>]* width="60" height="40"/);
  expect(page).toContain('<p>Two</p>');
  expect(page).not.toContain('articles/two.html');
});

test('an added route shows the bodies of articles', async () => {
  expect(await readBuilt('plain/two.html')).toContain('<p>Other <em>words</em>.</p>');
  expect(await readBuilt('plain/one.html')).toMatch(/<img[^>]* src="\.\.\/assets\/[^"]+\.png"/);
});

test('the collection has types', async () => {
  const types = `import type { CollectionEntry } from 'astro:content';
export function widthOf({ data }: CollectionEntry<'articles'>): number | undefined {
  const headline: string = data.headline;
  const minutes: number = data.body.readingMinutes;
  return headline === '' ? minutes : data.image?.file?.width;
}
// @ts-expect-error There is no such key.
export const wrong = ({ data }: CollectionEntry<'articles'>) => data.title;
`;
  await project.write('src/own-types.ts', types);
  // The file alone: `astro check` would check all others, too.
  const settings = {
    extends: './tsconfig.json',
    include: ['.astro/types.d.ts', 'src/own-types.ts'],
  };
  await project.write('own.tsconfig.json', JSON.stringify(settings));
  const command = ['npx', 'tsc', '--noEmit', '--project', 'own.tsconfig.json'] as const;
  const { exitCode, stdout } = await runCommand(command, project.folder);
  expect(exitCode, stdout).toBe(0);
});
