import type { PhrasingContent } from 'mdast';

/**
 * Removes white space that a browser would not show, and moves the rest out of emphasis, where
 * Markdown does not allow it at the edges. Joins neighbours of the same kind.
 *
 *     " a" + strong(" b ") + " c "  →  "a " + strong("b") + " c"
 */
export function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const state = { afterSpace: true };
  const tidied = join(collapseSpaces(nodes, state).flatMap(hoist));
  return trimEnd(tidied);
}

/** @param state whether a space, or the start of a line, comes before */
function collapseSpaces(
  nodes: readonly PhrasingContent[],
  state: { afterSpace: boolean },
  within: readonly string[] = [],
): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text': {
        let { value } = node;
        if (state.afterSpace) value = value.replace(/^ +/, '');
        if (value === '') return [];
        state.afterSpace = value.endsWith(' ');
        return [{ type: 'text', value }];
      }
      case 'break':
        state.afterSpace = true;
        return [node];
      case 'html':
        return [node];
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link': {
        const inner = collapseSpaces(node.children, state, [...within, node.type]);
        const children = join(inner.flatMap(hoist));
        // Bold in bold is bold.
        if (within.includes(node.type)) return children;
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      default:
        state.afterSpace = false;
        return [node];
    }
  });
}

/** Moves spaces and line breaks at the edges of an element out of it. */
function hoist(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = [...node.children];
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let first = children[0]; first; first = children[0]) {
    if (first.type === 'break') before.push(first);
    else if (first.type === 'text' && first.value.startsWith(' ')) {
      before.push({ type: 'text', value: ' ' });
      const value = first.value.slice(1);
      if (value !== '') {
        children[0] = { type: 'text', value };
        continue;
      }
    } else break;
    children.shift();
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type === 'break') after.unshift(last);
    else if (last.type === 'text' && last.value.endsWith(' ')) {
      after.unshift({ type: 'text', value: ' ' });
      const value = last.value.slice(0, -1);
      if (value !== '') {
        children[children.length - 1] = { type: 'text', value };
        continue;
      }
    } else break;
    children.pop();
  }
  return children.length === 0
    ? [...before, ...after]
    : [...before, { ...node, children }, ...after];
}

/** Joins texts, code, and emphasis of the same kind, which Markdown could not tell apart. */
function join(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
      joined[joined.length - 1] = { type: 'inlineCode', value: last.value + node.value };
    } else if (last?.type === node.type && isEmphasis(last) && isEmphasis(node)) {
      joined[joined.length - 1] = { ...last, children: join([...last.children, ...node.children]) };
    } else joined.push(node);
  }
  return joined;
}

function isEmphasis(node: PhrasingContent) {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

/** Removes spaces and line breaks at the end, and spaces before line breaks. */
function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = trimmed.at(-1);
    if (node.type === 'break' && last?.type === 'text') {
      trimmed[trimmed.length - 1] = { type: 'text', value: last.value.replace(/ +$/, '') };
    }
    trimmed.push(node);
  }
  for (let last = trimmed.at(-1); last; last = trimmed.at(-1)) {
    if (last.type === 'text') {
      const value = last.value.replace(/ +$/, '');
      if (value !== '') {
        trimmed[trimmed.length - 1] = { type: 'text', value };
        break;
      }
    } else if (last.type !== 'break') break;
    trimmed.pop();
  }
  const start = trimmed.findIndex(({ type }) => type !== 'break');
  return start === -1 ? [] : trimmed.slice(start);
}
