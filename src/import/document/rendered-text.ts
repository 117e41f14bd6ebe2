import type { Element, Nodes, Text } from 'hast';
import { BLOCKS } from './html-names.ts';

/** What a reader sees of a tree, as text. */
export interface RenderedText {
  /** A line for each block. White space is collapsed, as CSS does. */
  readonly body: string;
  /** The notes, in the order of their numbers. */
  readonly notes: readonly string[];
}

/** What to read of an element instead of its children. */
export type ReadElement = (element: Element) => OwnText | 'children' | 'note';

/** The text of an element that is not the text of its children. */
export interface OwnText {
  readonly own: string;
}

/**
 * Reads the text of a tree as a browser shows it.
 * @param keepsText whether a text node is shown
 * @param read returns the text of an element that has no text of its own, such as a picture
 */
export function renderedText(
  tree: Nodes,
  keepsText: (text: Text) => boolean,
  read: ReadElement,
): RenderedText {
  const notes: string[] = [];
  const textOf = (node: Nodes, verbatim: boolean): string => {
    if (node.type === 'text') {
      if (!keepsText(node)) return '';
      return verbatim ? node.value : node.value.replaceAll(/[\t\n\f\r ]+/g, ' ');
    }
    if (node.type !== 'element' && node.type !== 'root') return '';
    const children = (): string =>
      node.children
        .map((child) => textOf(child, verbatim || ('tagName' in node && node.tagName === 'pre')))
        .join('');
    if (node.type === 'root') return children();
    const own = read(node);
    if (own === 'note') {
      notes.push(tidy(children()));
      return '';
    }
    if (node.tagName === 'br') return '\n';
    const text = own === 'children' ? children() : own.own;
    return BLOCKS.has(node.tagName) ? `\n${text}\n` : text;
  };
  return { body: tidy(textOf(tree, false)), notes };
}

/** Blank lines, and spaces (also no-break spaces) around lines and between words, are not text. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\t\f\r ]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
