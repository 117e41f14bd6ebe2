import type { Root } from 'mdast';
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
    visit(tree, 'heading', (heading) => {
      const written = heading.depth;
      while ((enclosing.at(-1) ?? 0) >= written) enclosing.pop();
      enclosing.push(written);
      // At most six headings enclose one another, and the sixth level of HTML is the last.
      heading.depth = Math.min(enclosing.length + 1, 6) as typeof heading.depth;
    });
  };
}
