import { onceForEach } from './once-for-each.ts';

/** Formats lists in a language: `One, Two, Three`. */
export const listFormat = onceForEach(
  (language) => new Intl.ListFormat([language, 'en'], { type: 'unit' }),
);
