import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { omitForMembers } from '../omit-for-members.ts';

const GATED = 'kg-gated-block:';

/**
 * Omits cards that only members see:
 * `<!--kg-gated-block:begin nonMember:false memberSegment:"" -->…<!--kg-gated-block:end-->`
 */
export function omitGatedBlocks(tree: Root): void {
  omitForMembers(tree, (comment, before) =>
    comment.startsWith(GATED)
      ? comment.startsWith(`${GATED}begin`) && !/\bnonMember:["']?true\b/.test(comment)
      : before,
  );
}

/** Whether an article has the divider below which only members can read it, if it is not public. */
export function hasPaywall(tree: Root): boolean {
  let isFound = false;
  visit(tree, 'comment', ({ value }) => {
    isFound ||= value.trim() === 'members-only';
  });
  return isFound;
}
