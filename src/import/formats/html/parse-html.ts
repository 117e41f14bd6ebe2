import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { FormatError } from '../../document/format-error.ts';
import { limitTree } from '../../document/limit-tree.ts';
import { openTemplates } from './open-templates.ts';

/** In characters. SingleFile pages have their pictures in them. */
const MAX_LENGTH = 50_000_000;
/** Of starts. An element with a text needs two kilobytes of memory, and `limitTree` allows half of these. */
const MAX_TAGS = 200_000;
/** In characters, without scripts. A body can have 1.2 million, and each needs 70 bytes of memory. */
const MAX_TEXT = 5_000_000;
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
  const { tags, length } = measure(text);
  if (tags > MAX_TAGS) throw tooMany(`${MAX_TAGS.toLocaleString('en')} tags`);
  if (length > MAX_TEXT) throw tooMany(`${MAX_TEXT.toLocaleString('en')} characters of text`);
  const tree = fromHtml(text, { fragment });
  limitTree(tree);
  openTemplates(tree);
  return tree;
}

/** Counts tags, and characters outside of tags, scripts and style sheets. Parsing takes 50 times as long. */
function measure(html: string): { readonly tags: number; readonly length: number } {
  let tags = 0;
  let length = 0;
  let at = 0;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    length += open - at;
    at = open + 1;
    if (!/[a-z/!?]/i.test(html.charAt(at))) continue;
    if (html.charAt(at) !== '/') tags++;
    const end = html.indexOf('>', at);
    if (end === -1) break;
    const [, name = ''] = /^(script|style)\b/i.exec(html.slice(at, at + 'script '.length)) ?? [];
    at = end;
    if (name === '') continue;
    const closing = name.toLowerCase() === 'script' ? /<\/script/gi : /<\/style/gi;
    closing.lastIndex = at;
    const found = closing.exec(html);
    at = found?.index ?? html.length;
  }
  return { tags, length: length + html.length - at };
}

function tooMany(what: string): FormatError {
  return new FormatError(`The page has more than ${what}.`, 'Check that it is an article at all.');
}
