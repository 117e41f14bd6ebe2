import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isEmpty } from './emptiness.ts';

/**
 * Adjusts heading levels to the headline, which is the only `<h1>` of the page: the highest level
 * becomes `<h2>`, and no level is skipped, so that screen readers get a complete outline. Removes
 * empty headings.
 *
 *     # One        <h2>One</h2>
 *     ### Two   →  <h3>Two</h3>
 *     # Three      <h2>Three</h2>
 */
export function headingLevels() {
  return (tree: Root): void => {
    const enclosing: number[] = [];
    visit(tree, 'element', (element, index, parent) => {
      const written = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
      if (Number.isNaN(written)) return undefined;
      if (isEmpty(element) && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return index;
      }
      while ((enclosing.at(-1) ?? 0) >= written) enclosing.pop();
      enclosing.push(written);
      // Markdown has six levels, and five are left below the headline.
      element.tagName = `h${Math.min(enclosing.length + 1, 6)}`;
      return undefined;
    });
  };
}
