import { memoize } from './memoize.ts';

/** Formats lists in a language: `One, Two, Three`. */
export const listFormat = memoize(
  (language) => new Intl.ListFormat([language, 'en'], { type: 'unit' }),
);
