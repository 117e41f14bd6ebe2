import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { reportComment } from './comments.ts';
import { linkComments } from './link-comments.ts';
import { readLinkTarget, type LinkTarget } from './link-target.ts';

/**
 * Shows a link definition as text if no link uses it, or if its target is not an address. Markdown
 * would drop it, but it may be a line of an interview. Leaves out comments (see `linkComments`).
 *
 *     [Editor]: yes                  →  <p>[Editor]: yes</p>
 *     [a]: https://example.org/      →  (nothing, if the text has a link [to this][a])
 */
export function definitions() {
  return (tree: Root, file: VFile): void => {
    const comments = new Set(linkComments(tree));
    const links = new Set<string>();
    const pictures = new Set<string>();
    /** Labels of `[words][label]` and `[label][]`, which are certainly links. */
    const intended = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'linkReference') {
        links.add(node.identifier);
        if (node.referenceType !== 'shortcut') intended.add(node.identifier);
      }
      if (node.type === 'imageReference') pictures.add(node.identifier);
    });
    const defined = new Set<string>();
    visit(tree, 'definition', (node, index, parent) => {
      const { identifier, url } = node;
      if (comments.has(node) && parent && index !== undefined) {
        reportComment(sourceOf(node, file), node.position, '\\[ in place of [', file);
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      const target = readLinkTarget(url, file.data.folder);
      const isLink = links.has(identifier) && isAddress(url, target);
      const used = pictures.has(identifier) || isLink;
      // If two definitions have the same label, links use the first.
      if (used && !defined.has(identifier)) defined.add(identifier);
      else if (parent && index !== undefined) {
        const isIntended = intended.has(identifier) || (links.has(identifier) && URL.canParse(url));
        if (!used && target.kind !== 'link' && isIntended) {
          file.info(target.wrong, { place: node.position }).note = target.right;
        }
        parent.children[index] = {
          type: 'paragraph',
          children: [{ type: 'text', value: sourceOf(node, file) }],
        };
      }
      return undefined;
    });
  };
}

/** Whether a link to it is allowed, or a mistake for its author to correct. */
function isAddress(url: string, { kind }: LinkTarget): boolean {
  // Words of an interview, such as `yes` or `Yes.`, have none of these within them.
  return kind === 'link' || (kind === 'mistake' && /[./:@]./.test(url));
}

function sourceOf({ position }: Nodes, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset);
}
