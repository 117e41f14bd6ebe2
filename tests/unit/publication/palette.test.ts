import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, mix, parseColour, type Colour } from '../../../src/publication/colour.ts';
import { faceStyles } from '../../../src/publication/face-styles.ts';
import {
  AAA,
  BLACK_SURFACES,
  DEFAULT_PALETTES,
  failingColours,
  paletteWith,
} from '../../../src/publication/palette.ts';
import { read } from './read-yaml.ts';

test('the default palettes are those of the style sheet', () => {
  const css = readFileSync('src/styles/themes.css', 'utf8');
  const { light, dark } = DEFAULT_PALETTES;
  const names = ['paper', 'ink', 'quiet-ink', 'rule', 'accent', 'mark'] as const;
  for (const name of names)
    expect(css).toContain(`--${name}: light-dark(${light[name]}, ${dark[name]});`);
  const [, share] =
    /--raised: color-mix\(in srgb, var\(--ink\) (\d+)%, var\(--paper\)\);/.exec(css) ?? [];
  const raised = (paper: Colour, ink: Colour): Colour => mix(paper, ink, Number(share) / 100);
  expect(light.raised).toBe(raised(light.paper, light.ink));
  expect(dark.raised).toBe(raised(dark.paper, dark.ink));
  const black = css.slice(css.lastIndexOf("[data-theme='black']")).split('}')[0] ?? '';
  const [paper, ink] = ['paper', 'ink'].map((name) =>
    parseColour(new RegExp(`--${name}: (#\\w+)`).exec(black)?.[1] ?? ''),
  );
  if (!paper || !ink) throw new Error('The black theme lacks its colours.');
  expect([paper, raised(paper, ink)]).toEqual([...BLACK_SURFACES]);
});

test.each([
  ['#000', '#fff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#8a1c1c', '#fdfcf8', 9.05],
])('the contrast of %s and %s is %d', (one, other, ratio) => {
  const [a, b] = [parseColour(one), parseColour(other)];
  expect(a && b && contrast(a, b)).toBeCloseTo(ratio, 1);
});

test('a pair without enough contrast is an error that names the nearest passing colour', () => {
  expect(read('colours: { accent: "#d33" }\n')).toMatchInlineSnapshot(`
    "publication.yaml
      line 3, colours.accent: The accent #dd3333 on #fdfcf8 has a contrast of 4.45:1 in the light theme. Text needs 7:1.
        The nearest colour that passes is "#982323"."
  `);
  expect(read('colours:\n  text: "#777"\n  dark: { text: "#888" }\n')).toMatchInlineSnapshot(`
    "publication.yaml
      line 4, colours.text: The text #777777 on #fdfcf8 has a contrast of 4.36:1 in the light theme. Text needs 7:1.
        The nearest colour that passes is "#575757".
      line 5, colours.dark.text: The text #888888 on #171512 has a contrast of 5.14:1 in the dark theme. Text needs 7:1.
        The nearest colour that passes is "#a1a1a1"."
  `);
  expect(read('colours: { background: "#222" }\n')).toMatchInlineSnapshot(`
    "publication.yaml
      line 3, colours.background: The background #222222 is too dark for the light theme.
        The nearest colour that passes is "#959595". Write that, or write it under dark."
  `);
  expect(read('colours: { background: "#ccc" }\n')).toMatchInlineSnapshot(`
    "publication.yaml
      line 3, colours.background: The accent #8a1c1c on #cccccc has a contrast of 5.77:1 in the light theme. Text needs 7:1.
        The nearest colour that passes is "#e0e0e0"."
  `);
});

/** Any colour. */
const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

test('every text of an accepted palette has AAA contrast on every surface', () => {
  fc.assert(
    fc.property(
      fc.record({ accent: colour, background: colour, text: colour }, { requiredKeys: [] }),
      fc.constantFrom('light', 'dark'),
      (chosen, theme) => {
        if (failingColours(theme, chosen).length > 0) return;
        const { paper, raised, ink, mark, accent, ...palette } = paletteWith(theme, chosen);
        for (const under of [paper, raised]) {
          for (const text of [ink, accent, palette['quiet-ink']]) {
            expect(contrast(text, under)).toBeGreaterThanOrEqual(AAA);
          }
        }
        expect(contrast(ink, mark)).toBeGreaterThanOrEqual(AAA);
      },
    ),
    { numRuns: 5000 },
  );
});

test('the nearest colour that an error names passes', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      for (const { nearest } of failingColours('light', { accent })) {
        expect(nearest && failingColours('light', { accent: nearest })).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing is written for a publication without colours, typefaces and logo', () => {
  expect(faceStyles({}, {})).toBe('');
});

test('mixing with nothing changes nothing', () => {
  fc.assert(fc.property(colour, colour, (one, other) => mix(one, other, 0) === one));
});
