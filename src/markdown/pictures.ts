import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { toRelativePath, checkPicturePath } from '../article/picture-path.ts';
import { decodeAddress } from './decode-address.ts';

/** A picture of the body, to be shown where its gap is. */
export interface BodyPicture {
  /** Relative to the article's file: `./photo.jpg`. */
  readonly file: string;
  /** What the picture shows, for someone who cannot see it. */
  readonly alt: string;
  /** Words for a tooltip. A picture that stands alone has them as its caption instead. */
  readonly title?: string;
  /** Counted from 1, in the body. */
  readonly line: number;
}

/**
 * Stands in the HTML where a picture is to be. No text can hold it: Markdown reads NUL as U+FFFD.
 * The page puts there what Astro's image service makes of the file.
 */
export const PICTURE_GAP = '\0';

/**
 * Lists the article's pictures in `file.data.pictures` and leaves a gap in place of each. A picture
 * elsewhere on the web becomes a link to it: neither the build nor the reader's browser fetches it.
 *
 *     ![A port](./port.jpg)           →  a gap, and { file: './port.jpg', alt: 'A port', line: 1 }
 *     ![A port](https://a.org/p.jpg)  →  <a href="https://a.org/p.jpg">A port</a>
 */
export function pictures() {
  return (tree: Root, file: VFile): void => {
    const found: BodyPicture[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'img' || index === undefined || !parent) return;
      const address = element.properties.src ?? '';
      const alt = element.properties.alt ?? '';
      if (/^https?:/i.test(address)) {
        becomeLink(element, address, alt);
        return;
      }
      parent.children[index] = { type: 'text', value: PICTURE_GAP } satisfies Text;
      const path = decodeAddress(address);
      const fault = checkPicturePath(path);
      if (fault !== undefined) {
        const message = file.message(fault, { place: element.position });
        message.note =
          'Write the path of a picture beside the article: ![What it shows](./photo.jpg)';
        return;
      }
      const { title } = element.properties;
      const line = element.position?.start.line ?? 1;
      found.push({
        file: toRelativePath(path),
        alt,
        ...(typeof title === 'string' && { title }),
        line,
      });
    });
    file.data.pictures = found;
  };
}

function becomeLink(element: Element, href: string, alt: string): void {
  element.tagName = 'a';
  const { title } = element.properties;
  element.properties = { href, ...(typeof title === 'string' && { title }) };
  element.children = [{ type: 'text', value: alt === '' ? href : alt }];
}
