/** The elements of an article that hold words on lines of their own. */
export const BLOCKS = 'h1,h2,h3,h4,h5,h6,p,li,td,th,pre,figcaption';

/** The block that a place in an article is in. */
export function blockOf(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(BLOCKS) ?? null;
}
