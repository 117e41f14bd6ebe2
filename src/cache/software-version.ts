import { digestOf, digestOfFiles } from './digest.ts';

/**
 * The folders whose code decides what becomes of an article's text. Everything that
 * `parse-article.ts` imports is in them: a test holds it to that.
 */
export const PARSING_CODE = [
  'src/article',
  'src/cache',
  'src/content',
  'src/markdown',
  'src/i18n',
  'src/i18n/words.ts',
] as const;

/** All that decides what becomes of content, beside the content. */
const ALL_CODE = ['src', 'astro.config.mjs', 'tsconfig.json', 'package.json'] as const;

/** What is installed, as npm records it, and what should be. */
const PACKAGES = ['node_modules/.package-lock.json', 'package-lock.json'] as const;

/** A digest of the code that parses articles, of the packages that it uses, and of the runtime. */
export function parserVersion(): string {
  return digestOf(runtime(), digestOfFiles([...PARSING_CODE, ...PACKAGES]));
}

/** A digest of all code, of the packages that it uses, and of the runtime. */
export function softwareVersion(): string {
  return digestOf(runtime(), digestOfFiles([...ALL_CODE, ...PACKAGES]));
}

/** The runtime brings the words for dates, the names of languages and the rules for addresses. */
function runtime(): string {
  return JSON.stringify(process.versions);
}
