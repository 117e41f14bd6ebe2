import { globSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { topicSlug } from '../../src/article/topics.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { readPage } from './read-page.ts';

/**
 * Text that breaks out of elements, attributes, scripts, styles, comments, XML or templates. Without
 * `<!--`, which keys refuse.
 */
const HOSTILE = [
  '"><script>alert(1)</script>',
  '</title></style></script><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg/onload=alert(1)>',
  '--> <! -- ]]> <![CDATA[ &lt;b&gt; &#60;',
  '${7*7} {{7*7}} <%= 7*7 %> %s %00',
  '__proto__ constructor \\u003c \\"',
].join(' ');
const TEXT = JSON.stringify(HOSTILE);
const ADDRESS = JSON.stringify('https://example.org/?"><script>alert(1)</script>');

const TOPIC = topicSlug(HOSTILE);

const FILES: Readonly<Record<string, string>> = {
  'publication.yaml': `name: ${TEXT}
description: ${TEXT}
language: en
url: https://example.org/
navigation: [{ topic: ${TEXT} }, { page: about, name: ${TEXT} }, { name: ${TEXT}, url: ${ADDRESS} }]
footer: [{ author: ${TEXT} }, { name: ${TEXT}, url: ${ADDRESS} }]
copyright: ${TEXT}
licence: { name: ${TEXT}, url: ${ADDRESS} }
contact: ${ADDRESS}
social: [{ name: ${TEXT}, url: ${ADDRESS} }]
`,
  'authors/eve.md': `---
name: ${TEXT}
aliases: [${JSON.stringify(`Eve ${HOSTILE}`)}]
role: ${TEXT}
links: [{ name: ${TEXT}, url: ${ADDRESS} }]
---
A biography: \`\` ${HOSTILE} \`\`
`,
  [`topics/${TOPIC}.md`]: `---\nname: ${TEXT}\n---\nA topic: \`\` ${HOSTILE} \`\`\n`,
  'pages/about.md': `---\nheadline: ${TEXT}\n---\nA page: \`\` ${HOSTILE} \`\`\n`,
  'articles/a.md': `---
headline: ${TEXT}
byline: [${TEXT}, ${JSON.stringify(`Eve ${HOSTILE}`)}]
published: 2024-03-01
topics: [${TEXT}]
kicker: ${TEXT}
form: opinion
keyPoints: [${TEXT}]
corrections: [{ date: 2024-03-04, text: ${TEXT} }]
---
An article: \`\` ${HOSTILE} \`\`
`,
};

let project: ScratchProject;
let site: string;
let pages: string[];

beforeAll(async () => {
  project = await scratchProject();
  for (const [path, text] of Object.entries(FILES)) await project.write(`content/${path}`, text);
  const { exitCode, stdout, stderr } = await project.build();
  if (exitCode !== 0) throw new Error(stdout + stderr);
  site = join(project.folder, 'dist');
  pages = globSync('**/*.html', { cwd: site });
});

afterAll(() => project.remove());

test('hostile text in the files of a publication adds no elements and no attributes', () => {
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) {
    const page = readPage(site, path);
    const attributes = page.all('*').flatMap(({ properties }) => Object.keys(properties));
    expect(attributes.filter((name) => /^on/i.test(name))).toEqual([]);
    expect(page.all('[src=x], body svg, body style')).toEqual([]);
    const code = page.all('style, script:not([type="application/ld+json"])').map(toString);
    expect(code.filter((text) => text.includes('alert'))).toEqual([]);
    for (const data of page.texts('script[type="application/ld+json"]')) {
      expect(JSON.stringify(JSON.parse(data))).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    }
  }
});

test.each([
  ['articles/a.html', '.kicker'],
  ['articles/a.html', '.columnist a'],
  ['articles/a.html', 'h1'],
  ['articles/a.html', '.key-points li'],
  ['articles/a.html', 'nav.topic-bar a'],
  ['index.html', 'nav.topic-bar a'],
  ['index.html', '.site-footer nav a'],
  ['authors/eve.html', 'h1'],
  ['authors/eve.html', '.introduction > p'],
  ['authors/eve.html', '.introduction ul a'],
  ['authors/eve.html', '.biography code'],
  [`topics/${TOPIC}.html`, '.introduction code'],
  ['about.html', 'h1'],
  ['corrections.html', 'main article p'],
])('%s shows it as it was written: %s', (path, selector) => {
  const texts = readPage(site, path).texts(selector);
  expect(texts.some((text) => text.includes(HOSTILE))).toBe(true);
});
