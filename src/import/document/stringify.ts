import type { Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { remark } from 'remark';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { gfmParts } from '../../markdown/gfm-parts.ts';
import { escapeMarkdown } from '../markdown/escape-markdown.ts';

/** The options of mdast-util-to-markdown, which remark-stringify passes on. */
type Options = ReturnType<typeof gfmTableToMarkdown>;

/** How careful to be. Each is tried if the page of the one before would have other words. */
export const CARE = ['normal', 'escape everything', 'without emphasis'] as const;
export type Care = (typeof CARE)[number];

/** Writes a tree as Markdown. Paragraphs of plain text stay as pleasant as possible. */
export function stringify(tree: Root, care: Care): string {
  if (care !== 'without emphasis') return writers[care].stringify(tree);
  const copy = structuredClone(tree);
  visit(copy, ['paragraph', 'heading', 'tableCell'], removeEmphasis);
  return writers['escape everything'].stringify(copy);
}

/** Without spaces that align the columns: in a wide table, they would be most of the file. */
function narrowTables(this: Processor): undefined {
  const data = this.data();
  (data.toMarkdownExtensions ??= []).push(gfmTableToMarkdown({ tablePipeAlign: false }));
}

type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>;

const plainParagraph: Handler = (node: Paragraph, _, state, info) => {
  const [child, ...others] = node.children;
  if (child?.type === 'text' && others.length === 0) return escapeMarkdown(child.value, 'body');
  const exit = state.enter('paragraph');
  const exitPhrasing = state.enter('phrasing');
  const text = state.containerPhrasing(node, info);
  exitPhrasing();
  exit();
  return text;
};

/** All ASCII punctuation: CommonMark allows a backslash before each (2.4). */
const escapedText: Handler = (node: Text) =>
  node.value.replaceAll(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, String.raw`\$&`);

function removeEmphasis(node: Nodes): void {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
  const plain = (children: readonly PhrasingContent[]): PhrasingContent[] =>
    children.flatMap((child): PhrasingContent[] => {
      switch (child.type) {
        case 'emphasis':
        case 'strong':
        case 'delete':
          return plain(child.children);
        case 'link':
          return [{ ...child, children: plain(child.children) }];
        default:
          return [child];
      }
    });
  node.children = plain(node.children);
}

/** Last, because they use the handlers. Made once: it takes as long as writing a short article. */
const writers = {
  normal: writer({ paragraph: plainParagraph }),
  'escape everything': writer({ text: escapedText }),
};

function writer(handlers: NonNullable<Options['handlers']>) {
  const settings: Options = {
    bullet: '-',
    rule: '-',
    fences: true,
    resourceLink: true,
    handlers,
  };
  return remark().use(gfmParts).use(narrowTables).use({ settings }).freeze();
}
