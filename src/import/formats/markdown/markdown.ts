import { basename } from 'node:path';
import type { SourceDocument } from '../../document/source-document.ts';
import { decodeText } from '../decode-html.ts';
import type { Format, FormatInput } from '../format.ts';
import { footnotesToNotes } from '../html/footnotes.ts';
import { pictureOf } from '../html/html.ts';
import { articleFields } from './article-fields.ts';
import { bodyTree } from './body-tree.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** Markdown files of Hugo, Jekyll, Eleventy, Astro and Ghost. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['md', 'markdown', 'mdx'],
  matches: (start, { name }) =>
    /^(?:---|\+\+\+)\w*[\t ]*[\n\r]/.test(start) || /\.(?:md|mdx|markdown)$/i.test(name),
  read: (input) => [readMarkdown(input)],
};

function readMarkdown(input: FormatInput): SourceDocument {
  const { data, body } = splitFrontMatter(decodeText(input.bytes, input.encoding));
  const file = /^(?:(?<date>\d{4}-\d{2}-\d{2})-)?(?<slug>.*?)\.\w+$/.exec(
    basename(input.name),
  )?.groups;
  const { fields, elements, notes, slug } = articleFields(data, file?.date);
  const tree = bodyTree(body, /\.mdx$/i.test(input.name));
  footnotesToNotes(tree);
  tree.children.unshift(...elements);
  const name = slug ?? (/^_?index$/.test(file?.slug ?? '') ? undefined : file?.slug);
  return {
    tree,
    fields,
    ...(name !== undefined && { slug: name }),
    picture: (src) => pictureOf(src, input),
    notes,
  };
}
