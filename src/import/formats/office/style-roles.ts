import type { BlockRole } from './arrange-blocks.ts';

/** The roles of styles, by their English names, in lower case. */
const ROLES: readonly (readonly [RegExp, BlockRole])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'subtitle'],
  [/^author$/, 'author'],
  [/^(?:intense )?quote$|^block text$|^quotations$/, 'quote'],
  [/^(?:image |table )?caption$|^figure$|^illustration$/, 'caption'],
  [/^html preformatted$|^source code$|^preformatted text$/, 'code'],
  [/^toc(?: ?heading| ?\d)$|^contents (?:heading|\d)$|^table of figures$/, 'contents'],
];

export function roleOfStyle(name: string): BlockRole | undefined {
  return ROLES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Character styles for code, of Word, LibreOffice and pandoc. */
const CODE = /^(?:html code|html keyboard|html sample|verbatim char|source text)$/;

export function isCodeStyle(name: string): boolean {
  return CODE.test(name);
}
