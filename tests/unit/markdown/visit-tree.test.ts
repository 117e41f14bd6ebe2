import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { visitElements, visitTree } from '../../../src/markdown/visit-tree.ts';

/** What a visitor does at an element: its name says so. */
type Deed = 'nothing' | 'skip' | 'unwrap' | 'unwrap-skip' | 'jump';

const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string().map((value): ElementContent => ({ type: 'text', value })),
    fc
      .record({
        tagName: fc.constantFrom<Deed>('nothing', 'skip', 'unwrap', 'unwrap-skip', 'jump'),
        children: fc.array(tie('node'), { maxLength: 4 }),
      })
      .map(({ tagName, children }): Element => ({
        ...{ type: 'element', tagName, children },
        properties: {},
      })),
  ),
}));

const trees = fc
  .array(node, { maxLength: 5 })
  .map((children): Root => ({ type: 'root', children }));

/** Notes whom it sees, and does with each what it says. */
function visitor(seen: unknown[]) {
  return (element: Element, index: number | undefined, parent: Root | Element | undefined) => {
    seen.push([element.tagName, index, parent?.type, parent?.children.length]);
    if (index === undefined || !parent) return undefined;
    if (element.tagName === 'skip') return SKIP;
    if (element.tagName === 'jump') return index + 2;
    if (!element.tagName.startsWith('unwrap')) return undefined;
    parent.children.splice(index, 1, ...element.children);
    return element.tagName === 'unwrap' ? index : ([SKIP, index] as [typeof SKIP, number]);
  };
}

test('elements are visited as unist-util-visit visits them, whatever the visitor does', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const copy = structuredClone(tree);
      const seen: unknown[] = [];
      const expected: unknown[] = [];
      visitElements(tree, visitor(seen));
      visit(copy, 'element', visitor(expected));
      expect(seen).toEqual(expected);
      expect(tree).toEqual(copy);
    }),
  );
});

test('all nodes are visited, the first of all without a place', () => {
  const seen: unknown[] = [];
  const text: ElementContent = { type: 'text', value: 'a' };
  const element: Element = { type: 'element', tagName: 'p', properties: {}, children: [text] };
  const tree: Root = { type: 'root', children: [element] };
  visitTree(tree, (node, index, parent) => {
    seen.push([node.type, index, parent?.type]);
  });
  expect(seen).toEqual([
    ['root', undefined, undefined],
    ['element', 0, 'root'],
    ['text', 0, 'element'],
  ]);
});
