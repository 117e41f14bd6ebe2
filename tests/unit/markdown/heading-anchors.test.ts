import type { PluggableList } from 'unified';
import { expect, test } from 'vitest';
import { footnoteRoles } from '../../../src/markdown/footnote-roles.ts';
import { headingAnchors, type Heading } from '../../../src/markdown/heading-anchors.ts';
import { pictures } from '../../../src/markdown/pictures.ts';
import { renderWith } from './with-plugins.ts';

function headingsOf(markdown: string): Heading[] {
  const roles = { label: 'Footnotes', formatNumber: String };
  const rehype: PluggableList = [pictures, [footnoteRoles, roles], headingAnchors];
  return renderWith(markdown, { rehype }).data.headings ?? [];
}

function idsOf(markdown: string): string[] {
  return headingsOf(markdown).map(({ slug }) => slug);
}

test('a heading has an id with a prefix, and is listed with its level and its text', () => {
  expect(headingsOf('## What was *said*')).toEqual([
    { depth: 2, slug: 'section-what-was-said', text: 'What was said', line: 1 },
  ]);
  expect(String(renderWith('## Main', { rehype: [headingAnchors] }))).toBe(
    '<h2 id="section-main">Main</h2>',
  );
});

test('headings with the same text have different ids', () => {
  expect(idsOf('## A\n\n## A\n\n## A 1')).toEqual(['section-a', 'section-a-1', 'section-a-1-1']);
});

test('ids keep letters of all writing systems', () => {
  expect(idsOf('## Итог 2023\n\n## 结论')).toEqual(['section-итог-2023', 'section-结论']);
});

test('a heading without letters has an id, too', () => {
  expect(idsOf('## !!!\n\n##\n\n## Part')).toEqual([
    'section-part',
    'section-part-1',
    'section-part-2',
  ]);
});

test('line breaks in a heading become spaces', () => {
  expect(headingsOf('one\ntwo\\\nthree\n---')).toEqual([
    { depth: 2, slug: 'section-one-two-three', text: 'one two three', line: 1 },
  ]);
});

test('the text of a heading includes links, code and emphasis', () => {
  expect(headingsOf('## [a](https://a.org/) `b` **c**')[0]?.text).toBe('a b c');
});

test('the text of a heading includes neither footnote numbers nor picture gaps', () => {
  expect(headingsOf('## A[^1] ![b](./b.png)\n\n[^1]: note')[0]?.text).toBe('A');
});

test('ids can be names from Object.prototype', () => {
  expect(idsOf('## \\_\\_proto\\_\\_\n\n## constructor\n\n## constructor')).toEqual([
    'section-__proto__',
    'section-constructor',
    'section-constructor-1',
  ]);
});
