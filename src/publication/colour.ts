/** The channels of a colour in sRGB, from 0 to 255. */
type Channels = readonly [red: number, green: number, blue: number];

/** A colour as `#` and six lower-case hexadecimal digits. */
export type Colour = `#${string}`;

const PATTERN = /^#(?:[\dA-F]{3}|[\dA-F]{6})$/i;

/** Reads `#8a1c1c` or `#813`. Returns `undefined` for anything else. */
export function parseColour(text: string): Colour | undefined {
  if (!PATTERN.test(text)) return undefined;
  const digits = text.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits}`;
}

/** The contrast of two colours, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Mixes colours in sRGB. @param share of the second colour, from 0 to 1 */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const second = channels(other);
  return hex(channels(one).map((value, index) => value + ((second[index] ?? 0) - value) * share));
}

/**
 * Returns the colour nearest to `colour` with enough contrast to all of `others`, mixed with black or
 * white; `undefined` if there is none.
 */
export function nearestWithContrast(
  colour: Colour,
  others: readonly Colour[],
  needed: number,
): Colour | undefined {
  for (let percent = 0; percent <= 100; percent++) {
    for (const towards of ['#000000', '#ffffff'] as const) {
      const candidate = mix(colour, towards, percent / 100);
      if (others.every((other) => contrast(candidate, other) >= needed)) return candidate;
    }
  }
  return undefined;
}

function channels(colour: Colour): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(values: readonly number[]): Colour {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
