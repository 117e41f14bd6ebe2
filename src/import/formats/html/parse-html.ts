import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { FormatError } from '../../document/format-error.ts';
import { limitTree } from '../../document/limit-tree.ts';
import { openTemplates } from './open-templates.ts';

/** In characters. SingleFile pages have their pictures in them. */
const MAX_LENGTH = 50_000_000;
/** Elements need 700 bytes of memory. `limitTree` allows a third of these, but scripts can have tags, too. */
const MAX_TAGS = 300_000;
/** A parser of trees takes quadratic time for these. */
const NESTING = /(?:<[a-z]+>\s*){3000}/i;

/**
 * Parses HTML, with the content of templates in its tree.
 * @throws FormatError if it would take minutes
 */
export function parseHtml(text: string, { fragment }: { readonly fragment: boolean }): Root {
  if (text.length > MAX_LENGTH) {
    throw new FormatError(
      `The page has ${text.length.toLocaleString('en')} characters.`,
      `The limit is ${MAX_LENGTH.toLocaleString('en')}.`,
    );
  }
  if (NESTING.test(text)) {
    throw new FormatError(
      'The page has thousands of elements that are never closed.',
      'Check that it is an article at all.',
    );
  }
  if (hasMoreTags(text, MAX_TAGS)) {
    throw new FormatError(
      `The page has more than ${MAX_TAGS.toLocaleString('en')} tags.`,
      'Check that it is an article at all.',
    );
  }
  const tree = fromHtml(text, { fragment });
  limitTree(tree);
  openTemplates(tree);
  return tree;
}

function hasMoreTags(text: string, limit: number): boolean {
  const tag = /<[a-z]/gi;
  for (let tags = 0; tags <= limit; tags++) if (!tag.test(text)) return false;
  return true;
}
