import type { ElementContent } from 'hast';
import { isObject, textIn, type JsonObject } from '../read-json.ts';
import { lexicalContent } from './lexical.ts';
import { mobiledocContent } from './mobiledoc.ts';

/** Ghost writes this for the address of the site. */
const SITE = '__GHOST_URL__';

/** An address or HTML of a post, relative to the site. */
export function withoutSite(text: string): string {
  return text.replaceAll(SITE, '');
}

/**
 * The body of a post: its HTML, or what its editor saved, which is all that some versions export.
 * @returns `undefined` if there is neither
 */
export function postBody(post: JsonObject): string | ElementContent[] | undefined {
  const html = textIn(post, 'html');
  if (html !== undefined) return withoutSite(html);
  const lexical = documentIn(post, 'lexical');
  if (isObject(lexical?.root)) return lexicalContent(lexical.root.children);
  const mobiledoc = documentIn(post, 'mobiledoc');
  // Version 0.2, of which Ghost made no use, has another order.
  if (!(textIn(mobiledoc, 'version') ?? '').startsWith('0.3')) return undefined;
  return mobiledoc && mobiledocContent(mobiledoc);
}

/** A document that is JSON in a text. */
function documentIn(post: JsonObject, key: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(withoutSite(textIn(post, key) ?? ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
