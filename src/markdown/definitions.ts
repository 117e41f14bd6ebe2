import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isTarget } from './links.ts';

/**
 * Shows the definition of a link as the text that it is, if no link uses it or it leads nowhere. To
 * Markdown it would be nothing; to its author it may be a line of an interview.
 *
 *     [Editor]: yes                  →  <p>[Editor]: yes</p>
 *     [a]: https://example.org/      →  (nothing, if the text has a link [to this][a])
 */
export function definitions() {
  return (tree: Root, file: VFile): void => {
    const linked = new Set<string>();
    const pictured = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'linkReference') linked.add(node.identifier);
      if (node.type === 'imageReference') pictured.add(node.identifier);
    });
    const known = new Set<string>();
    visit(tree, 'definition', (node, index, parent) => {
      const { identifier, url } = node;
      const used = pictured.has(identifier) || (linked.has(identifier) && isTarget(url));
      // Of two definitions with one name, the first is the one that links use.
      if (used && !known.has(identifier)) known.add(identifier);
      else if (parent && index !== undefined) {
        parent.children[index] = {
          type: 'paragraph',
          children: [{ type: 'text', value: asWritten(node, file) }],
        };
      }
    });
  };
}

function asWritten({ position }: Definition, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset);
}
