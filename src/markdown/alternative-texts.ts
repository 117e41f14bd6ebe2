import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export const NO_ALTERNATIVE_TEXT = 'The picture has no alternative text.';

/**
 * Reports pictures without alternative text, unless they have a caption. Remote pictures become links
 * with their address as the text (see `pictures`).
 *
 *     ![](./port.jpg)                     →  a fault
 *     ![](./port.jpg "The port at dawn")  →  allowed
 */
export function alternativeTexts() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', ({ tagName, properties, position }) => {
      const { src = '', alt = '', title } = properties;
      if (tagName !== 'img' || alt.trim() !== '' || title || /^https?:/i.test(src)) return;
      file.message(NO_ALTERNATIVE_TEXT, { place: position }).note =
        `Describe the picture for people who cannot see it: ![…](${src}). If the caption does so, write ![](${src} "The caption")`;
    });
  };
}
