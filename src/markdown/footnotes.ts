import type { FootnoteDefinition, FootnoteReference, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Numbers footnotes in the order in which the text refers to them, so that their anchors are safe
 * numbers instead of labels from the article. Shows notes without a reference as text, because
 * Markdown would drop them.
 *
 *     Said.[^source] Done.[^b]      Said.[^1] Done.[^2]
 *
 *     [^b]: Later.               →  [^2]: Later.
 *     [^source]: A paper.           [^1]: A paper.
 *     [^alone]: Not used.           \[^alone]: Not used.
 */
export function footnotes() {
  return (tree: Root): void => {
    const definitions = new Map<string, FootnoteDefinition>();
    visit(tree, (node) => {
      if (node.type === 'paragraph') return SKIP;
      if (node.type !== 'footnoteDefinition' || definitions.has(node.identifier)) return undefined;
      definitions.set(node.identifier, node);
      return undefined;
    });
    const numbers = numberByFirstReference(tree, definitions);
    visit(tree, (node, index, parent) => {
      if (index === undefined || !parent) return undefined;
      if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return undefined;
      const number = numbers.get(node.identifier);
      const isDuplicate =
        node.type === 'footnoteDefinition' && definitions.get(node.identifier) !== node;
      if (number === undefined || isDuplicate) {
        parent.children.splice(index, 1, ...asText(node));
        return index;
      }
      node.identifier = String(number);
      return undefined;
    });
  };
}

/** The order of remark-rehype: first the references in the text, then those in notes. */
function numberByFirstReference(
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
  // The loop adds to the map: notes that only other notes refer to come last.
  for (const identifier of numbers.keys()) {
    const definition = definitions.get(identifier);
    if (definition) collect(definition);
  }
  return numbers;
}

function asText(node: FootnoteReference | FootnoteDefinition): RootContent[] {
  const label = `[^${node.label ?? node.identifier}]`;
  if (node.type === 'footnoteReference') return [{ type: 'text', value: label }];
  const [first, ...rest] = node.children;
  const opening: Text = { type: 'text', value: `${label}: ` };
  return first?.type === 'paragraph'
    ? [{ ...first, children: [opening, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [opening] }, ...node.children];
}
