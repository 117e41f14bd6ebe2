import type { Element, Root } from 'hast';
import { markFate } from '../document/fate.ts';

const FATE = { omitted: 'members only' } as const;

/**
 * Omits the parts of an article that visitors of its site do not see. Comments mark them, and need not
 * be where elements begin and end.
 * @param isForMembers whether what follows a comment is for members, from the text of the comment and
 *   what applies before it
 */
export function omitForMembers(
  tree: Root,
  isForMembers: (comment: string, before: boolean) => boolean,
): void {
  let isHidden = false;
  const walk = (parent: Root | Element): void => {
    for (const node of parent.children) {
      const wasHidden = isHidden;
      if (node.type === 'comment') isHidden = isForMembers(node.value.trim(), isHidden);
      if (node.type === 'element') walk(node);
      const isWithin = wasHidden && isHidden;
      if (isWithin && (node.type === 'text' || node.type === 'element')) markFate(node, FATE);
    }
  };
  walk(tree);
}
