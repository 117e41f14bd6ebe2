import { remark } from 'remark';
import { cutText } from './cut-text.ts';
import { findComments } from './find-comments.ts';
import { gfmParts } from './gfm-parts.ts';
import { inlineOnly } from './inline-only.ts';
import { noHtmlBlocks } from './no-html-blocks.ts';

/**
 * Removes the comments from Markdown. All other characters stay the same.
 * @param place `inline` for captions and credits, which have no code blocks
 */
export function withoutComments(markdown: string, place: 'body' | 'inline'): string {
  if (!markdown.includes('<!--')) return markdown;
  const { comments } = findComments(markdown, extensions[place]);
  return cutText(markdown, comments).text;
}

const extensions = {
  body: remark().use(gfmParts).use(noHtmlBlocks).freeze().data().micromarkExtensions ?? [],
  inline: remark().use(inlineOnly).freeze().data().micromarkExtensions ?? [],
};
