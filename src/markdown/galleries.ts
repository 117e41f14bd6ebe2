import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** How wide a picture of a gallery is: one of two columns, or both. */
export type GalleryPlace = 'column' | 'row';

/**
 * Groups figures that follow one another. Without CSS, and in feeds, they stay figures in a row.
 *
 *     <figure>…</figure> <figure>…</figure>
 *     →  <section data-gallery><figure>…</figure> <figure>…</figure></section>
 */
export function galleries() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (isGallery(node)) return SKIP;
      if (!('children' in node) || !node.children.some(isPicture)) return undefined;
      node.children = groupFigures(node);
      return undefined;
    });
  };
}

function groupFigures({ children }: Parents): RootContent[] {
  const grouped: RootContent[] = [];
  let row: RootContent[] = [];
  const endRow = (): void => {
    const end = row.findLastIndex(isPicture) + 1;
    const pictures = row.filter(isPicture);
    grouped.push(
      ...(pictures.length > 1 ? [gallery(row.slice(0, end), pictures)] : row.slice(0, end)),
    );
    grouped.push(...row.slice(end));
    row = [];
  };
  for (const child of children) {
    const continues = isPicture(child) || (row.length > 0 && isSpace(child));
    if (!continues) endRow();
    (continues ? row : grouped).push(child);
  }
  endRow();
  return grouped;
}

/** @param row the figures and the white space between them */
function gallery(row: readonly RootContent[], figures: readonly Element[]): Element {
  figures.forEach((figure, index) => {
    const [picture] = figure.children;
    // A picture that is a link keeps its own.
    if (picture?.type !== 'element' || picture.tagName !== 'img') return;
    const place: GalleryPlace = index === 0 && figures.length % 2 === 1 ? 'row' : 'column';
    picture.properties.dataGallery = place;
  });
  return {
    type: 'element',
    tagName: 'section',
    properties: { dataGallery: '' },
    // A row contains figures and white space only.
    children: row as ElementContent[],
  };
}

/** Whether a node is a figure with a picture that is beside the article. */
function isPicture(node: RootContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'figure') return false;
  const [child] = node.children;
  if (child?.type !== 'element') return false;
  const [inner] = child.tagName === 'a' ? child.children : [child];
  if (inner?.type !== 'element' || inner.tagName !== 'img') return false;
  return !/^https?:/i.test(inner.properties.src ?? '');
}

function isGallery(node: Root | RootContent): boolean {
  return node.type === 'element' && node.properties.dataGallery !== undefined;
}

function isSpace(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
