import { remark } from 'remark';
import { cutText } from './cut-text.ts';
import { findComments } from './find-comments.ts';
import { gfmParts } from './gfm-parts.ts';
import { inlineOnly } from './inline-only.ts';
import { linkComments } from './link-comments.ts';
import { noHtmlBlocks } from './no-html-blocks.ts';

/**
 * Removes the comments from Markdown. All other characters stay the same.
 * @param place `inline` for captions and credits, which have no code blocks
 */
export function withoutComments(markdown: string, place: 'body' | 'inline'): string {
  const text = withoutHtmlComments(markdown, place);
  if (place === 'inline' || !MAY_HAVE_LINK_COMMENTS.test(text)) return text;
  // The parser does not count a byte order mark at the start.
  const skipped = text.startsWith('\uFEFF') ? 1 : 0;
  const ranges = linkComments(processors.body.parse(text)).map(({ position }) => ({
    start: (position?.start.offset ?? 0) + skipped,
    end: (position?.end.offset ?? 0) + skipped,
  }));
  return cutText(text, ranges).text;
}

const MAY_HAVE_LINK_COMMENTS = /\]:\s*(?:#|<>)/;

function withoutHtmlComments(markdown: string, place: 'body' | 'inline'): string {
  if (!markdown.includes('<!--')) return markdown;
  const { micromarkExtensions = [] } = processors[place].data();
  const { comments } = findComments(markdown, micromarkExtensions);
  return cutText(markdown, comments).text;
}

const processors = {
  body: remark().use(gfmParts).use(noHtmlBlocks).freeze(),
  inline: remark().use(inlineOnly).freeze(),
};
