import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Returns the link definitions that writers of Markdown know as comments: they lead nowhere.
 *
 *     [//]: # (ask the lawyer)
 *     [comment]: <> "ask the lawyer"
 *     [ask the lawyer]: #
 */
export function linkComments(tree: Root): Definition[] {
  const found: Definition[] = [];
  visit(tree, 'definition', (node) => {
    if (node.url === '' || node.url === '#') found.push(node);
  });
  return found;
}
