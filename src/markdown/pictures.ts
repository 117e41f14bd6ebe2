import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { checkPicturePath, exportAdvice, toRelativePath } from '../article/picture-path.ts';
import { decodeAddress } from './decode-address.ts';
import type { GalleryPlace } from './galleries.ts';

/** A picture in the body. */
export interface BodyPicture {
  /** Relative to the article's file: `./photo.jpg`. */
  readonly file: string;
  /** Alternative text. */
  readonly alt: string;
  /** A tooltip. The title of a figure is its caption instead (see `figures`). */
  readonly title?: string;
  /** Absent if the picture is not in a gallery, or is a link. */
  readonly inGallery?: GalleryPlace;
  /** Counted from 1, in the body. */
  readonly line: number;
}

/**
 * Marks the place of a picture in the HTML. Pages replace it with the output of Astro's image
 * service. Text cannot contain it, because Markdown replaces NUL with U+FFFD.
 */
export const PICTURE_GAP = '\0';

/**
 * Replaces pictures with gaps, and lists them in `file.data.pictures`. Remote pictures become links,
 * so that neither the build nor the page requests them.
 *
 *     ![A port](./port.jpg)           →  a gap, and { file: './port.jpg', alt: 'A port', line: 1 }
 *     ![A port](https://a.org/p.jpg)  →  <a href="https://a.org/p.jpg">A port</a>
 */
export function pictures() {
  return (tree: Root, file: VFile): void => {
    const found: BodyPicture[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'img' || index === undefined || !parent) return;
      if (element.properties.title) {
        const message = file.info(ONLY_TOOLTIP, { place: element.position });
        message.note = 'Put the picture into a paragraph of its own.';
      }
      const address = element.properties.src ?? '';
      const alt = element.properties.alt ?? '';
      if (/^https?:/i.test(address)) {
        turnIntoLink(element, address, alt);
        return;
      }
      parent.children[index] = { type: 'text', value: PICTURE_GAP } satisfies Text;
      const path = decodeAddress(address);
      const fault = checkPicturePath(path);
      if (fault !== undefined) {
        const message = file.message(fault, { place: element.position });
        message.note = exportAdvice(path) ?? CORRECT_PATH;
        return;
      }
      const { title, dataGallery: place } = element.properties;
      const line = element.position?.start.line ?? 1;
      found.push({
        file: toRelativePath(path),
        alt,
        ...(typeof title === 'string' && { title }),
        ...((place === 'column' || place === 'row') && { inGallery: place }),
        line,
      });
    });
    file.data.pictures = found;
  };
}

const ONLY_TOOLTIP =
  'The caption is shown only as a tooltip, because the picture is among words. Touch screens do not show it.';
const CORRECT_PATH =
  'Write the path of a picture beside the article: ![What it shows](./photo.jpg)';

function turnIntoLink(element: Element, href: string, alt: string): void {
  element.tagName = 'a';
  const { title } = element.properties;
  element.properties = { href, ...(typeof title === 'string' && { title }) };
  element.children = [{ type: 'text', value: alt === '' ? href : alt }];
}
