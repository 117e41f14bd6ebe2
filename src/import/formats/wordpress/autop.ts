import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { BLOCKS } from '../../document/html-names.ts';
import { element } from '../../document/source-document.ts';

type Node = ElementContent | RootContent;

/** Elements in which WordPress makes paragraphs, too. */
const CONTAINERS = new Set(['blockquote', 'div', 'section', 'article', 'aside', 'main', 'details']);
/** Elements of which the line ends are kept as they are. */
const VERBATIM = new Set(['pre', 'script', 'style', 'textarea', 'svg', 'math']);
/** Elements in which white space between the parts shows nothing. */
const STRUCTURE = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'figure']);

/**
 * Makes paragraphs of text that has none, as WordPress does: blank lines separate paragraphs, and
 * other line ends are breaks.
 */
export function autop(tree: Root): void {
  tree.children = paragraphs(tree.children);
}

function paragraphs<Child extends Node>(children: readonly Child[]): (Child | Element)[] {
  const result: (Child | Element)[] = [];
  let inline: ElementContent[] = [];
  const flush = (): void => {
    result.push(...splitAtBlankLines(inline));
    inline = [];
  };
  for (const child of children) {
    if (child.type === 'text' || child.type === 'comment') inline.push(child);
    else if (child.type !== 'element') continue;
    else if (!isBlock(child)) inline.push(child);
    else {
      flush();
      within(child);
      result.push(child);
    }
  }
  flush();
  return result;
}

/** Whether an element is a block, or has one in it. */
function isBlock(node: Element): boolean {
  return (
    BLOCKS.has(node.tagName) ||
    VERBATIM.has(node.tagName) ||
    node.children.some((child) => child.type === 'element' && isBlock(child))
  );
}

function within(node: Element): void {
  const { tagName, children } = node;
  if (VERBATIM.has(tagName)) return;
  const hasBlankLine = children.some((child) => child.type === 'text' && BLANK.test(child.value));
  if (CONTAINERS.has(tagName) || (hasBlankLine && (tagName === 'li' || tagName === 'td'))) {
    node.children = paragraphs(children);
  } else if (STRUCTURE.has(tagName)) {
    for (const child of children) if (child.type === 'element') within(child);
  } else node.children = trimmed(withBreaks(children));
}

const BLANK = /\n[\t ]*\n/;

function splitAtBlankLines(nodes: readonly ElementContent[]): Element[] {
  const groups: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      groups.at(-1)?.push(node);
      continue;
    }
    const [first = '', ...others] = node.value.replaceAll(/\r\n?/g, '\n').split(/\n(?:[\t ]*\n)+/);
    groups.at(-1)?.push({ type: 'text', value: first });
    for (const value of others) groups.push([{ type: 'text', value }]);
  }
  return groups
    .map((group) => trimmed(withBreaks(group)))
    .filter((group) => group.some((node) => node.type !== 'text' || node.value.trim() !== ''))
    .map((group) => element('p', {}, group));
}

function withBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'element') {
      if (node.tagName === 'br' || VERBATIM.has(node.tagName)) return [node];
      if (!BLOCKS.has(node.tagName)) node.children = withBreaks(node.children);
      return [node];
    }
    if (node.type !== 'text') return [node];
    const previous = nodes[index - 1];
    const isAfterBreak = previous?.type === 'element' && previous.tagName === 'br';
    const value = isAfterBreak ? node.value.replace(/^\s*\n/, '') : node.value;
    return value.split(/[\t ]*\n/).flatMap((line, part): ElementContent[] => {
      const text: Text = { type: 'text', value: line };
      return part === 0 ? [text] : [element('br'), text];
    });
  });
}

/** Without breaks and white space at the start and end. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const isEmpty = (node: ElementContent | undefined): boolean =>
    (node?.type === 'text' && node.value.trim() === '') ||
    (node?.type === 'element' && node.tagName === 'br');
  const start = nodes.findIndex((node) => !isEmpty(node));
  const end = nodes.findLastIndex((node) => !isEmpty(node));
  return start === -1 ? [] : nodes.slice(start, end + 1);
}
