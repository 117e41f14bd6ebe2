import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';

/** A page of a built site, with queries by CSS selector. */
export interface ReadPage {
  readonly all: (selector: string) => Element[];
  /** Returns the text of each matching element. */
  readonly texts: (selector: string) => string[];
  /** Returns a hast property of each matching element, or `''` if it is missing. */
  readonly values: (selector: string, property: string) => string[];
}

/** Reads a page of a built site. Throws if it does not exist. */
export function readPage(folder: string, path: string): ReadPage {
  const tree: Root = fromHtml(readFileSync(`${folder}/${path}`, 'utf8'));
  const all = (selector: string): Element[] => selectAll(selector, tree);
  return {
    all,
    texts: (selector) => all(selector).map((element) => toString(element)),
    values: (selector, property) =>
      all(selector).map(({ properties }) => {
        const value = properties[property] ?? '';
        return Array.isArray(value) ? value.join(' ') : String(value);
      }),
  };
}
