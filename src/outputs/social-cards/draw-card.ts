import sharp, { type Sharp } from 'sharp';
import { directionOf } from '../../article/language.ts';
import type { Palette } from '../../publication/palette.ts';
import { escapeMarkup, fontFamilies } from './card-fonts.ts';
import { SOCIAL_CARD_SIZE } from './social-card.ts';

/** The text of a social card image. */
export interface CardText {
  readonly headline: string;
  /** The publication's name. Empty on its own card, where it is the headline. */
  readonly publication: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the light theme. */
  readonly colours: Pick<Palette, 'paper' | 'ink' | 'accent'>;
}

const { width: WIDTH, height: HEIGHT } = SOCIAL_CARD_SIZE;
const MARGIN = 72;
const TEXT_WIDTH = WIDTH - 2 * MARGIN;

/** In pixels, as all below. A text gets the largest size that fits. */
const HEADLINE_SIZES = [30, 36, 42, 50, 58, 68, 80, 94, 110, 130];
const NAME_SIZES = [16, 20, 26, 32, 40];

const MAX_CHARACTERS = 450;
const MAX_SIZE_OF_BROKEN_WORDS = 50;

const BAR = 16;
/** Below the publication's name. */
const RULE = { top: 124, height: 7 };
/** Between the bar and the rule. */
const NAME_SPACE = { top: BAR + 24, height: RULE.top - BAR - 44 };
/** Below the rule. */
const HEADLINE_SPACE = { top: RULE.top + 48, height: HEIGHT - RULE.top - 108 };
/** Between the rules of the publication's own card. */
const WHOLE_SPACE = { top: 150, height: HEIGHT - 300 };

interface Space {
  readonly top: number;
  readonly height: number;
}

/**
 * Draws a card like the top of a front page: the publication's name, a rule, and a headline that
 * fills the rest. The publication's own card is its name between rules.
 * @returns a PNG file
 */
export async function drawCard(card: CardText): Promise<Buffer> {
  const { headline, publication, language, colours } = card;
  const { paper, ink, accent } = colours;
  const start = directionOf(language) === 'rtl' ? 'right' : 'left';
  const parts =
    publication === ''
      ? [
          ...rule(WHOLE_SPACE.top - 50, ink),
          ...rule(HEIGHT - WHOLE_SPACE.top + 50 - RULE.height, ink),
          await fitText(headline, HEADLINE_SIZES, WHOLE_SPACE, { language, ink, align: 'centre' }),
        ]
      : [
          rectangle(0, 0, WIDTH, BAR, accent),
          ...rule(RULE.top, ink),
          await fitText(publication, NAME_SIZES, NAME_SPACE, { language, ink, align: start }),
          await fitText(headline, HEADLINE_SIZES, HEADLINE_SPACE, { language, ink, align: start }),
        ];
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: paper } })
    .composite(parts)
    .png({ palette: true, colours: 32, dither: 0 })
    .toBuffer();
}

/** A thick and a thin line. */
function rule(top: number, ink: string) {
  return [
    rectangle(MARGIN, top, TEXT_WIDTH, 4, ink),
    rectangle(MARGIN, top + RULE.height - 1, TEXT_WIDTH, 1, ink),
  ];
}

function rectangle(left: number, top: number, width: number, height: number, background: string) {
  return { input: { create: { width, height, channels: 3, background } as const }, left, top };
}

interface TextStyle {
  /** BCP 47. */
  readonly language: string;
  readonly ink: string;
  readonly align: 'left' | 'centre' | 'right';
}

/** Renders text at the largest size that fits a space, in its vertical middle. */
async function fitText(text: string, sizes: readonly number[], space: Space, style: TextStyle) {
  const rendered = await largestThatFits(text, sizes, space, style);
  const { width, height } = rendered.info;
  const free = WIDTH - 2 * MARGIN - width;
  const indent = { left: 0, centre: Math.round(free / 2), right: free }[style.align];
  return {
    ...toInput(rendered),
    left: MARGIN + indent,
    top: space.top + Math.round((space.height - height) / 2),
  };
}

async function largestThatFits(
  text: string,
  sizes: readonly number[],
  { height }: Space,
  style: TextStyle,
): Promise<Pixels> {
  const breakable = markBreaks(shorten(text), style.language);
  const render = (size: number): Promise<Pixels> => renderText(breakable, size, style);
  const smallest = sizes[0] ?? 0;
  let fitting: Pixels | undefined;
  // A binary search: `low` fits, `high` doesn't.
  let low = 0;
  let high = sizes.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    // Fails for a word of more than 32,767 pixels.
    const rendered = await render(sizes[middle] ?? smallest).catch(() => undefined);
    if (rendered && rendered.info.width <= TEXT_WIDTH && rendered.info.height <= height) {
      fitting = rendered;
      low = middle;
    } else high = middle;
  }
  if (fitting) return fitting;
  const { input, raw } = toInput(await render(smallest));
  const shown = { width: Math.min(raw.width, TEXT_WIDTH), height: Math.min(raw.height, height) };
  return toPixels(sharp(input, { raw }).extract({ left: 0, top: 0, ...shown }));
}

/** Cuts off what has no space on a card, even at the smallest size. */
function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_CHARACTERS
    ? text
    : `${characters.slice(0, MAX_CHARACTERS).join('')}…`;
}

/** Marks where words end in Thai, which has no spaces between them, with zero-width spaces. */
function markBreaks(text: string, language: string): string {
  if (!/\p{Script=Thai}/u.test(text)) return text;
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return Array.from(words, ({ segment }) => segment).join('\u200B');
}

/** Renders text with Pango, which shapes every writing system of the fonts. */
function renderText(
  text: string,
  size: number,
  { language, ink, align }: TextStyle,
): Promise<Pixels> {
  const markup = `<span foreground="${ink}" lang="${language}">${escapeMarkup(text)}</span>`;
  return toPixels(
    sharp({
      text: {
        text: markup,
        font: `${fontFamilies(language)} Bold ${size}`,
        width: TEXT_WIDTH,
        // Pango itself swaps left and right where text runs from right to left.
        align: align === 'centre' ? 'centre' : 'left',
        // At large sizes, a smaller size is better than a broken word.
        wrap: size > MAX_SIZE_OF_BROKEN_WORDS ? 'word' : 'word-char',
        rgba: true,
        dpi: 72,
      },
    }),
  );
}

type Pixels = Awaited<ReturnType<typeof toPixels>>;

/** Returns raw pixels, because encoding and decoding them takes longer than rendering text. */
function toPixels(picture: Sharp) {
  return picture.raw().toBuffer({ resolveWithObject: true });
}

function toInput({ data, info: { width, height, channels } }: Pixels) {
  return { input: data, raw: { width, height, channels } };
}
