import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Shows the definition of a link that no link uses as the text that it is. To Markdown it would be
 * nothing; to its author it may be a line of an interview.
 *
 *     [Editor]: yes                  →  <p>[Editor]: yes</p>
 *     [a]: https://example.org/      →  (nothing, if the text has a link [to this][a])
 */
export function definitions() {
  return (tree: Root, file: VFile): void => {
    const used = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') {
        used.add(node.identifier);
      }
    });
    const known = new Set<string>();
    visit(tree, 'definition', (definition, index, parent) => {
      const { identifier } = definition;
      // Of two definitions with one name, the first is the one that links use.
      if (used.has(identifier) && !known.has(identifier)) known.add(identifier);
      else if (parent && index !== undefined) {
        parent.children[index] = {
          type: 'paragraph',
          children: [{ type: 'text', value: asWritten(definition, file) }],
        };
      }
    });
  };
}

function asWritten({ position }: Definition, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset);
}
