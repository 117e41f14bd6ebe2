import { sep } from 'node:path';
import { digestOf, digestOfFiles } from './digest.ts';

/**
 * The folders of the code that parses articles. `tests/unit/cache/software-version.test.ts` checks that
 * they contain everything that `read-articles.ts` imports.
 */
export const PARSING_CODE = [
  'src/article',
  'src/cache',
  'src/content',
  'src/markdown',
  'src/i18n',
] as const;

/** Everything in the project that affects a site, except its content. */
const ALL_CODE = ['src', 'astro.config.mjs', 'tsconfig.json', 'package.json'] as const;

/**
 * npm's records of the installed packages, and of those that should be. In a workspace, they are in a
 * folder above the project.
 */
const PACKAGES = process
  .cwd()
  .split(sep)
  .flatMap((_, depth) =>
    ['node_modules/.package-lock.json', 'package-lock.json'].map(
      (file) => '../'.repeat(depth) + file,
    ),
  );

/** Returns a digest of the code that parses articles, of all packages, and of Node. */
export function parserVersion(): string {
  return digestOf(nodeVersions(), digestOfFiles([...PARSING_CODE, ...PACKAGES]));
}

/** Returns a digest of all code, of all packages, and of Node. */
export function softwareVersion(): string {
  return digestOf(nodeVersions(), digestOfFiles([...ALL_CODE, ...PACKAGES]));
}

/** Node's libraries format dates, name languages and parse URLs. */
function nodeVersions(): string {
  return JSON.stringify(process.versions);
}
