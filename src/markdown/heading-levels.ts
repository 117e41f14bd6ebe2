import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Fits the headings of the body under the headline, which is the page's only `<h1>`: the highest
 * level becomes `<h2>`, and no level is skipped on the way down, as screen readers' outlines want.
 *
 *     # One        <h2>One</h2>
 *     ### Two   →  <h3>Two</h3>
 *     # Three      <h2>Three</h2>
 */
export function headingLevels() {
  return (tree: Root): void => {
    const enclosing: number[] = [];
    visit(tree, 'element', (element) => {
      const written = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
      if (Number.isNaN(written)) return;
      while ((enclosing.at(-1) ?? 0) >= written) enclosing.pop();
      enclosing.push(written);
      // At most six headings enclose one another, and the sixth level of HTML is the last.
      element.tagName = `h${Math.min(enclosing.length + 1, 6)}`;
    });
  };
}
