import fc from 'fast-check';
import type { PluggableList } from 'unified';
import { expect, test } from 'vitest';
import { footnoteRoles } from '../../../src/markdown/footnote-roles.ts';
import { headings, type Heading } from '../../../src/markdown/headings.ts';
import { PICTURE_GAP, pictures } from '../../../src/markdown/pictures.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith, renderWith } from './with-plugins.ts';

/** Renders headings of these levels, and returns the resulting levels. */
function levels(...written: number[]): number[] {
  const markdown = written.map((level) => `${'#'.repeat(level)} a`).join('\n\n');
  const html = htmlWith(markdown, { rehype: [headings] });
  return [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
}

test('the highest level becomes the second', () => {
  expect(levels(1)).toEqual([2]);
  expect(levels(4)).toEqual([2]);
});

test('no level is skipped', () => {
  expect(levels(1, 3, 6)).toEqual([2, 3, 4]);
});

test('headings of the same level keep the same level', () => {
  expect(levels(2, 3, 3, 2)).toEqual([2, 3, 3, 2]);
});

test('a first heading below the level of the next gets the same level', () => {
  expect(levels(3, 2, 3)).toEqual([2, 2, 3]);
});

test('six levels fit into five', () => {
  expect(levels(1, 2, 3, 4, 5, 6)).toEqual([2, 3, 4, 5, 6, 6]);
});

test('for any levels, there is no first level and none is skipped', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (written) => {
      const shown = levels(...written);
      expect(shown).toHaveLength(written.length);
      shown.forEach((level, index) => {
        expect(level).toBeGreaterThanOrEqual(2);
        expect(level).toBeLessThanOrEqual((shown[index - 1] ?? 1) + 1);
      });
    }),
  );
});

test('an empty heading is removed, and does not count as a level', () => {
  const markdown = '#\n\n## a\n\n### &nbsp;\n\n#### ![b](c)';
  const html = htmlWith(markdown, { rehype: [pictures, headings] });
  expect(html.replaceAll('\n', '')).toBe(
    `<h2 id="section-a"><a href="#section-a">a</a></h2><h3 id="section-part"><a href="#section-part">${PICTURE_GAP}</a></h3>`,
  );
});

test('headings in footnotes follow those of the text', () => {
  const markdown = '# A\n\n## B[^1]\n\n[^1]:\n    ### In the note\n\n# C';
  expect(renderBody(markdown, 'en').headings.map(({ depth, text }) => [depth, text])).toEqual([
    [2, 'A'],
    [3, 'B'],
    [2, 'C'],
    [3, 'In the note'],
  ]);
});

function headingsOf(markdown: string): Heading[] {
  const roles = { label: 'Footnotes', formatNumber: String };
  const rehype: PluggableList = [pictures, [footnoteRoles, roles], headings];
  return renderWith(markdown, { rehype }).data.headings ?? [];
}

function idsOf(markdown: string): string[] {
  return headingsOf(markdown).map(({ slug }) => slug);
}

test('a heading has an id with a prefix, and is listed with its level and its text', () => {
  expect(headingsOf('## What was *said*')).toEqual([
    { depth: 2, slug: 'section-what-was-said', text: 'What was said', line: 1 },
  ]);
});

test('headings with the same text have different ids', () => {
  expect(idsOf('## A\n\n## A\n\n## A 1')).toEqual(['section-a', 'section-a-1', 'section-a-1-1']);
});

test('ids keep letters of all writing systems', () => {
  expect(idsOf('## Итог 2023\n\n## 结论')).toEqual(['section-итог-2023', 'section-结论']);
});

test('a heading without letters has an id, too', () => {
  expect(idsOf('## !!!\n\n## Part')).toEqual(['section-part', 'section-part-1']);
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

function bodyOf(markdown: string): string {
  return renderBody(markdown, 'en').html;
}

test('a heading is a link to itself', () => {
  expect(bodyOf('## What *was* said')).toBe(
    '<h2 id="section-what-was-said"><a href="#section-what-was-said">What <em>was</em> said</a></h2>',
  );
});

test('a heading whose underline ends with a comment is one', () => {
  expect(bodyOf('Words\n- <!-- a -->')).toContain('<h2 id="section-words">');
});

test('a heading that contains a link or a footnote reference stays as it is', () => {
  expect(bodyOf('## See [there](https://example.org/)')).toBe(
    '<h2 id="section-see-there">See <a href="https://example.org/" rel="noopener noreferrer">there</a></h2>',
  );
  expect(bodyOf('## *Deep [there](https://example.org/)*')).not.toContain('href="#');
  expect(bodyOf('## Noted[^1]\n\n[^1]: Note.')).toContain('<h2 id="section-noted">Noted<sup><a');
});
