import type { z } from 'zod';
import type { coloursSchema } from './colours-schema.ts';
import type { Colour } from './colour.ts';
import { DEFAULT_PALETTES, paletteWith, type Palette } from './palette.ts';
import { fontFamily, type typefacesSchema } from './typefaces-schema.ts';

interface Face {
  readonly colours?: z.output<typeof coloursSchema> | undefined;
  readonly typefaces?: z.output<typeof typefacesSchema> | undefined;
}

interface Logos {
  readonly logo?: object;
  readonly darkLogo?: object;
}

/**
 * Returns CSS with the publisher's colours and typefaces: custom properties in the layer of the
 * defaults. Empty without any. The sepia theme keeps its colours, and so do readers who ask their
 * system for more contrast or for colours of their own.
 */
export function faceStyles({ colours, typefaces }: Face, brand: Logos): string {
  const light = paletteWith('light', colours ?? {});
  const rules = [
    ...(typefaces ? [typefaceRule(typefaces)] : []),
    ...(colours ? [colourRules(colours)] : []),
  ].join('');
  return (rules === '' ? '' : `@layer tokens{${rules}}`) + logoRules(brand, light.paper);
}

function typefaceRule({ headlines, text, labels }: NonNullable<Face['typefaces']>): string {
  const stacks = [
    ...(text ? [`--serif:${fontFamily(text, 'serif')};`] : []),
    ...(labels ? [`--sans:${fontFamily(labels, 'sans-serif')};`] : []),
  ].join('');
  // The reader's choice of another typeface also applies to headlines.
  const display = headlines
    ? `:root:not([data-typeface]),[data-typeface=serif]{--display:${fontFamily(headlines, 'serif')}}`
    : '';
  return (stacks === '' ? '' : `:root{${stacks}}`) + display;
}

function colourRules({ dark: inDark = {}, ...inLight }: NonNullable<Face['colours']>): string {
  const light = paletteWith('light', inLight);
  const dark = paletteWith('dark', inDark);
  // The keys of an object literal of this type.
  const names = Object.keys(light) as (keyof Palette)[];
  const changed = names.filter(
    (name) =>
      light[name] !== DEFAULT_PALETTES.light[name] || dark[name] !== DEFAULT_PALETTES.dark[name],
  );
  const properties = changed.map((name) => `--${name}:light-dark(${light[name]},${dark[name]});`);
  const ours = [
    ':root:not([data-theme=sepia],[data-theme=black])',
    ...['auto', 'light', 'dark'].map((theme) => `[data-theme=${theme}]`),
  ];
  const black = inDark.accent === undefined ? '' : `[data-theme=black]{--accent:${dark.accent}}`;
  return `@media (prefers-contrast:no-preference) and (forced-colors:none){${ours.join(',')}{${properties.join('')}}${black}}`;
}

/** Dark themes show the dark logo, or the only one on the light theme's paper, where it can be seen. */
function logoRules({ logo, darkLogo }: Logos, paper: Colour): string {
  if (!logo) return '';
  const size =
    '.masthead :is(a,h1)>img{inline-size:auto;block-size:2.25rem}.masthead h1>img{block-size:4rem;margin-inline:auto}';
  const [always, inDark] = darkLogo
    ? [
        '.masthead .for-dark{display:none}',
        (root: string) => `${root} .for-dark{display:block}${root} .for-light{display:none}`,
      ]
    : [
        '',
        (root: string) =>
          `${root} .masthead :is(a,h1)>img{background:${paper};box-shadow:0 0 0 .375rem ${paper};forced-color-adjust:none}`,
      ];
  const chosen = inDark(':root:is([data-theme=dark],[data-theme=black])');
  const automatic = inDark(':root:not([data-theme=light],[data-theme=sepia])');
  // On paper, the logo is the light one.
  return `@layer parts{${size}${always}@media screen{${chosen}@media (prefers-color-scheme:dark){${automatic}}}}`;
}
