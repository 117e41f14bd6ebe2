import type { TextFault } from '../../markdown/prove-article.ts';
import { htmlText } from '../html/html-text.ts';

/** In characters. Summaries are shorter. */
const MIN_LENGTH = 1500;

/**
 * Whether a description is a whole article. RSS allows both, and does not say which one it is: an
 * article has several paragraphs, and does not end in the middle.
 */
export function isFullText(html: string): boolean {
  const text = htmlText(html).trim();
  if (/(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\])\s*(?:\S+\s){0,4}\S*$/.test(text)) return false;
  if (/(?:read|continue|weiterlesen|lire la suite|leer más|читать)\b.{0,60}$/i.test(text))
    return false;
  const paragraphs = html.match(/<(?:p|div|li)[\s>]|<br[^>]*>\s*<br/gi)?.length ?? 0;
  return paragraphs > 1 || text.length >= MIN_LENGTH;
}

/** Refuses an entry of which the feed has no more than a summary. */
export const SUMMARY_ALONE: TextFault = {
  wrong: 'The feed has only a summary of this article, not its text.',
  right:
    'Save the page of the article and import that. To import the summary as the body, add --accept-omissions',
};

/** For an entry without any text. */
export const NO_TEXT: TextFault = {
  wrong: 'The feed has no text of this article, only its title.',
  right: 'Save the page of the article and import that.',
};
