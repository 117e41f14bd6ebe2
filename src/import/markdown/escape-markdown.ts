import type { Paragraph } from 'mdast';
import { remark } from 'remark';
import { cjkEmphasis } from '../../markdown/cjk-emphasis.ts';
import { gfmParts } from '../../markdown/gfm-parts.ts';
import { inlineOnly } from '../../markdown/inline-only.ts';
import { isAddress } from '../../markdown/link-cards.ts';
import { hasProbableComment } from '../../markdown/probable-comments.ts';

/** Where the Markdown is: in a body, or in a caption or credit, which has no blocks. */
export type MarkdownPlace = keyof typeof processors;

const processors = {
  body: remark().use(gfmParts).use(cjkEmphasis).freeze(),
  inline: remark().use(inlineOnly).use(cjkEmphasis).freeze(),
};

/**
 * Escapes one paragraph of plain text, so that Markdown shows exactly that text:
 *
 *     Daesh* and snake_case   →  Daesh* and snake_case
 *     a *b* [sic]             →  a \*b\* \[sic]
 *     <073plan@example.org>   →  \<073plan\@example\.org\>
 *
 * mdast-util-to-markdown alone would put backslashes into nearly every text with an asterisk or a
 * bracket: into 2,000 of 2,000 sample texts, instead of none. So a paragraph stays as it is if
 * Markdown reads nothing in it as syntax. In the rare paragraphs for which the library escapes too
 * little, every punctuation mark is escaped.
 * @param text whose lines neither start nor end with spaces or tabs
 */
export function escapeMarkdown(text: string, place: MarkdownPlace): string {
  // Otherwise it would be taken for the file's byte order mark.
  if (text.startsWith('\uFEFF')) return `&#xFEFF;${escapeMarkdown(text.slice(1), place)}`;
  if (!MAY_BE_SYNTAX.test(text)) return text;
  const tooMuchToParse = (text.match(PUNCTUATION)?.length ?? 0) > MAX_PUNCTUATION;
  if (!tooMuchToParse) {
    if (showsAs(text, text, place)) return text;
    const escaped = escapeWithLibrary(text, place);
    if (showsAs(text, escaped, place)) return escaped;
  }
  return text.replaceAll(PUNCTUATION, String.raw`\$&`);
}

/** Saves parsing most paragraphs. Parsing all would make a conversion 75 % slower. */
const MAY_BE_SYNTAX = /[\\`_[<~|{]|%%|\*[^\s*][\s\S]*\*|&#?\w+;|^(?:[#>+*=:-]|\d+[.)]|https?:)/im;

/** All ASCII punctuation: CommonMark allows a backslash before each (2.4). */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g;

/** Above this, parsing could take seconds. No paragraph of an article has as many. */
const MAX_PUNCTUATION = 2000;

function showsAs(text: string, markdown: string, place: MarkdownPlace): boolean {
  if (SYNTAX_OF_BUILD.test(markdown)) return false;
  if (place === 'body' && (isAddress(markdown) || hasProbableComment(markdown))) return false;
  const [block, ...otherBlocks] = processors[place].parse(markdown).children;
  if (block?.type !== 'paragraph' || otherBlocks.length > 0) return false;
  const [child, ...otherChildren] = block.children;
  return child?.type === 'text' && otherChildren.length === 0 && child.value === text;
}

/** Text to Markdown, but a comment or a merge conflict to the build. */
const SYNTAX_OF_BUILD = /(?<!\\)<!--|^<{7}(?: |$)/m;

function escapeWithLibrary(text: string, place: MarkdownPlace): string {
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  const markdown = processors[place].stringify({ type: 'root', children: [paragraph] });
  return markdown.slice(0, -'\n'.length);
}
