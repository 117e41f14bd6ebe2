import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/**
 * Returns HTML with absolute URLs, because feeds are read outside the site, and without ids, because
 * feed readers show many articles in one document.
 *
 *     <a href="other.html">, <a href="#fn-1">
 *     →  <a href="https://a.org/articles/other.html">, <a href="https://a.org/articles/this.html#fn-1">
 * @param html part of a page
 * @param base the URL of that page
 */
export function absoluteHtml(html: string, base: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }: Element) => {
    for (const name of ['href', 'src'] as const) {
      const value = properties[name];
      const url = typeof value === 'string' ? URL.parse(value, base) : null;
      if (url) properties[name] = url.href;
    }
    delete properties.id;
  });
  return toHtml(tree);
}
