import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/**
 * The HTML of a page's part, with every address in it absolute: a feed is read elsewhere.
 *
 *     <a href="other.html">, <a href="#fn-1">
 *     →  <a href="https://a.org/articles/other.html">, <a href="https://a.org/articles/this.html#fn-1">
 * @param html as it stands in the page
 * @param base the page's own address
 */
export function absoluteHtml(html: string, base: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }: Element) => {
    for (const name of ['href', 'src'] as const) {
      const value = properties[name];
      const url = typeof value === 'string' ? URL.parse(value, base) : null;
      if (url) properties[name] = url.href;
    }
    // Ids are the page's: in a feed reader, many articles share one document.
    delete properties.id;
  });
  return toHtml(tree);
}
