import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headingLevels } from '../../../src/markdown/heading-levels.ts';
import { PICTURE_GAP, pictures } from '../../../src/markdown/pictures.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith } from './with-plugins.ts';

/** Renders headings of these levels, and returns the resulting levels. */
function levels(...written: number[]): number[] {
  const markdown = written.map((level) => `${'#'.repeat(level)} a`).join('\n\n');
  const html = htmlWith(markdown, { rehype: [headingLevels] });
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
  const html = htmlWith(markdown, { rehype: [pictures, headingLevels] });
  expect(html.replaceAll('\n', '')).toBe(`<h2>a</h2><h3>${PICTURE_GAP}</h3>`);
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
