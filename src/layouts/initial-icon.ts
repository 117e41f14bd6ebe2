import { memoize } from '../i18n/memoize.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Returns a `data:` URL of an icon: the initial of a name, in a colour that shows on light and dark. */
export const initialIcon = memoize((name) => {
  const [initial] = segmenter.segment(name.trim());
  const letter = (initial?.segment ?? '').toUpperCase();
  // Every character that isn't a letter is a reference, so nothing can end the element.
  const text = letter.replace(
    /[^\p{L}\p{M}\p{N}]/gu,
    (other) => `&%23${String(other.codePointAt(0))};`,
  );
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='-8 -14 16 16'><text text-anchor='middle' fill='crimson'>${text}</text></svg>`;
});
