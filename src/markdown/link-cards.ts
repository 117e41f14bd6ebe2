import type { Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readLinkTarget } from './link-target.ts';

/**
 * Turns a paragraph that is only a web address, such as that of a video or a post, into a link card.
 * The text stays the address, and the page loads nothing from it.
 *
 *     https://youtu.be/abc
 *     →  <p data-link-card><a href="https://youtu.be/abc" …>https://youtu.be/abc</a></p>
 */
export function linkCards() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node) => {
      const [child, ...others] = node.children;
      if (!child || others.length > 0) return SKIP;
      const source = sourceOf(node, file);
      if (child.type === 'text' && isAddress(child.value) && !source.includes('\\')) {
        const { position } = node;
        node.children = [
          { type: 'link', url: child.value, children: [child], ...(position && { position }) },
        ];
      } else if (child.type !== 'link' || !/^<https?:/i.test(source)) return SKIP;
      node.data = { ...node.data, hProperties: { dataLinkCard: '' } };
      return SKIP;
    });
  };
}

function sourceOf({ position }: Paragraph, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset);
}

/** Whether a text is one complete web address. The import escapes such paragraphs. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(text) && readLinkTarget(text, '').kind === 'link';
}
