import type { FootnoteDefinition, FootnoteReference, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Numbers the footnotes in the order in which the text calls them, so that their anchors are made
 * of our numbers and not of a stranger's words, and shows what no call refers to as text, so that
 * it is not lost.
 *
 *     Said.[^source] Done.[^b]      Said.[^1] Done.[^2]
 *
 *     [^b]: Later.               →  [^2]: Later.
 *     [^source]: A paper.           [^1]: A paper.
 *     [^alone]: Never called.       \[^alone]: Never called.
 */
export function footnotes() {
  return (tree: Root): void => {
    const definitions = new Map<string, FootnoteDefinition>();
    visit(tree, 'footnoteDefinition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    const numbers = numberByFirstCall(tree, definitions);
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return undefined;
      if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return undefined;
      const number = numbers.get(node.identifier);
      const second =
        node.type === 'footnoteDefinition' && definitions.get(node.identifier) !== node;
      if (number === undefined || second) {
        parent.children.splice(index, 1, ...asWritten(node));
        return index;
      }
      node.identifier = String(number);
      return undefined;
    });
  };
}

/** In the order in which remark-rehype lists them: the calls of the text, then those of the notes. */
function numberByFirstCall(
  tree: Root,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const collect = (within: Root | FootnoteDefinition): void => {
    visit(within, (node) => {
      if (node.type === 'footnoteDefinition' && node !== within) return SKIP;
      if (node.type === 'footnoteReference' && !numbers.has(node.identifier)) {
        numbers.set(node.identifier, numbers.size + 1);
      }
      return undefined;
    });
  };
  collect(tree);
  // The map grows while it is read: notes that only other notes call are numbered last.
  for (const identifier of numbers.keys()) {
    const definition = definitions.get(identifier);
    if (definition) collect(definition);
  }
  return numbers;
}

function asWritten(node: FootnoteReference | FootnoteDefinition): RootContent[] {
  const label = `[^${node.label ?? node.identifier}]`;
  if (node.type === 'footnoteReference') return [{ type: 'text', value: label }];
  const [first, ...rest] = node.children;
  const opening: Text = { type: 'text', value: `${label}: ` };
  return first?.type === 'paragraph'
    ? [{ ...first, children: [opening, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [opening] }, ...node.children];
}
