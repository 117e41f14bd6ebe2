import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isEmpty } from './emptiness.ts';

/**
 * Fits the headings of the body under the headline, which is the page's only `<h1>`: the highest
 * level becomes `<h2>`, and no level is skipped on the way down, as screen readers' outlines want.
 * A heading without words goes: nobody could read it, and an outline would show a gap.
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
      // At most six headings enclose one another, and the sixth level of HTML is the last.
      element.tagName = `h${Math.min(enclosing.length + 1, 6)}`;
      return undefined;
    });
  };
}
