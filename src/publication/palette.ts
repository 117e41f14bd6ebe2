import { contrast, mix, nearestWithContrast, type Colour } from './colour.ts';

/** The colours that a publisher can choose, for the light or the dark theme. */
export interface ChosenColours {
  readonly accent?: Colour | undefined;
  readonly background?: Colour | undefined;
  readonly text?: Colour | undefined;
}

/** The custom properties of a theme (see styles/themes.css). */
export interface Palette {
  readonly paper: Colour;
  readonly raised: Colour;
  readonly ink: Colour;
  readonly 'quiet-ink': Colour;
  readonly rule: Colour;
  readonly accent: Colour;
  readonly mark: Colour;
}

export type Theme = 'light' | 'dark';

/** The palettes of styles/themes.css. `tests/unit/publication/palette.test.ts` compares them. */
export const DEFAULT_PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    paper: '#fdfcf8',
    raised: '#f2f1ed',
    ink: '#1f1c17',
    'quiet-ink': '#554f45',
    rule: '#d8d1c3',
    accent: '#8a1c1c',
    mark: '#fbe7a1',
  },
  dark: {
    paper: '#171512',
    raised: '#211f1c',
    ink: '#e6e1d6',
    'quiet-ink': '#b5ad9d',
    rule: '#403b33',
    accent: '#f0a294',
    mark: '#463708',
  },
};

/** The paper and the raised surfaces of the black theme, which takes the accent of the dark one. */
export const BLACK_SURFACES = ['#000000', '#0b0a0a'] as const;

/** Of text (https://www.w3.org/TR/WCAG22/#contrast-enhanced). */
export const AAA = 7;

/** Returns the palette of a theme with the publisher's colours, and others that follow from them. */
export function paletteWith(theme: Theme, chosen: ChosenColours): Palette {
  const standard = DEFAULT_PALETTES[theme];
  const accent = chosen.accent ?? standard.accent;
  if (chosen.background === undefined && chosen.text === undefined) return { ...standard, accent };
  const paper = chosen.background ?? standard.paper;
  const ink = chosen.text ?? standard.ink;
  const raised =
    [0.06, 0.04, 0.02]
      .map((share) => mix(paper, ink, share))
      .find((surface) => [ink, accent].every((text) => contrast(text, surface) >= AAA)) ?? paper;
  const quiet = [0.3, 0.2, 0.1].map((share) => mix(ink, paper, share));
  const marks = [standard.mark, mix(paper, accent, 0.15)];
  return {
    paper,
    raised,
    ink,
    'quiet-ink':
      quiet.find((text) => [paper, raised].every((under) => contrast(text, under) >= AAA)) ?? ink,
    rule: mix(paper, ink, 0.2),
    accent,
    mark: marks.find((mark) => contrast(ink, mark) >= AAA) ?? paper,
  };
}

/** A colour that is hard to read on another. */
export interface FailingColour {
  readonly key: keyof ChosenColours;
  readonly colour: Colour;
  readonly on: Colour;
  /** Rounded down to two digits. */
  readonly ratio: number;
  /** Passes on all surfaces. Absent if no colour does. */
  readonly nearest: Colour | undefined;
}

/** Finds the colours of a theme whose contrast is less than AAA. */
export function failingColours(theme: Theme, chosen: ChosenColours): FailingColour[] {
  const { paper, raised, ink, accent } = paletteWith(theme, chosen);
  const black = theme === 'dark' ? BLACK_SURFACES : [];
  const pairs = [
    { key: 'text', colour: ink, surfaces: [paper, raised] },
    { key: 'accent', colour: accent, surfaces: [paper, raised, ...black] },
  ] as const;
  return pairs.flatMap(({ key, colour, surfaces }) => {
    // The colour that the publisher wrote is the one to change.
    const on = surfaces.find((surface) => contrast(colour, surface) < AAA);
    if (on === undefined) return [];
    const ratio = Math.floor(contrast(colour, on) * 100) / 100;
    const nearest = nearestWithContrast(colour, surfaces, AAA);
    return [{ key, colour, on, ratio, nearest }];
  });
}
