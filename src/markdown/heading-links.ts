import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodeAddress } from './decode-address.ts';

/**
 * Finds links to headings that the article does not have: a reader who follows one goes nowhere.
 *
 *     [above](#no-such-part)  →  a message with the line
 */
export function headingLinks() {
  return (tree: Root, file: VFile): void => {
    const known = new Set(file.data.headings?.map(({ slug }) => `#${slug}`));
    visit(tree, 'element', (element) => {
      const href = decodeAddress(element.properties.href ?? '');
      if (element.tagName !== 'a' || !href.startsWith('#section-') || known.has(href)) return;
      const anchor = href.replace('#section-', '#');
      const message = file.message(`The link ${anchor} leads to no heading of this article.`, {
        place: element.position,
      });
      message.note =
        known.size === 0
          ? 'The article has no headings. Take the link away.'
          : `Its headings are: ${[...known].map((slug) => slug.replace('#section-', '#')).join(', ')}`;
    });
  };
}
