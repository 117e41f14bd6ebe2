import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isAllowedTarget } from './links.ts';

/**
 * Shows a link definition as text if no link uses it, or if its target is not allowed. Markdown would
 * drop it, but it may be a line of an interview.
 *
 *     [Editor]: yes                  →  <p>[Editor]: yes</p>
 *     [a]: https://example.org/      →  (nothing, if the text has a link [to this][a])
 */
export function definitions() {
  return (tree: Root, file: VFile): void => {
    const links = new Set<string>();
    const pictures = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'linkReference') links.add(node.identifier);
      if (node.type === 'imageReference') pictures.add(node.identifier);
    });
    const defined = new Set<string>();
    visit(tree, 'definition', (node, index, parent) => {
      const { identifier, url } = node;
      const used = pictures.has(identifier) || (links.has(identifier) && isAllowedTarget(url));
      // If two definitions have the same label, links use the first.
      if (used && !defined.has(identifier)) defined.add(identifier);
      else if (parent && index !== undefined) {
        parent.children[index] = {
          type: 'paragraph',
          children: [{ type: 'text', value: sourceOf(node, file) }],
        };
      }
    });
  };
}

function sourceOf({ position }: Definition, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset);
}
