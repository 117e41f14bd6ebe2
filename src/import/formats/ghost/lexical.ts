import type { ElementContent } from 'hast';
import { element } from '../../document/source-document.ts';
import { objectsIn, textIn, type JsonObject } from '../read-json.ts';
import { Card, unknownNode } from './card.ts';
import { convertCard } from './convert-card.ts';

/** Bits of `format`, from the inside out (https://lexical.dev/docs/concepts/serialization). */
const FORMATS: readonly (readonly [number, string])[] = [
  [16, 'code'],
  [128, 'mark'],
  [64, 'sup'],
  [32, 'sub'],
  [8, 'u'],
  [4, 's'],
  [2, 'em'],
  [1, 'strong'],
];

/** Lexical's own nodes. All others of Ghost are cards. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  quote: 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
};

/** Keys that say how a node looks, or repeat what it is. */
const STRUCTURE = ['children', 'type', 'version', 'format', 'mode', 'style', 'detail', 'indent'];

/** In levels. What is nested deeper makes a tree that `limitTree` refuses. */
const MAX_DEPTH = 600;

/** Converts the nodes of a Lexical document. */
export function lexicalContent(nodes: unknown, depth = 0): ElementContent[] {
  if (depth > MAX_DEPTH) return [];
  const content: ElementContent[] = [];
  for (const node of objectsIn(nodes)) {
    const converted = convertNode(node, depth);
    const [list] = converted;
    const before = content.at(-1);
    const isNested = node.type === 'listitem' && isItemOfLists(list);
    // Lexical nests a list in an item of its own, which shows no number.
    if (isNested && list?.type === 'element' && isItem(before)) {
      before.children.push(...list.children);
    } else content.push(...converted);
  }
  return content;
}

function convertNode(node: JsonObject, depth: number): ElementContent[] {
  const type = textIn(node, 'type') ?? '';
  const children = (): ElementContent[] => lexicalContent(node.children, depth + 1);
  const withDirection = (tagName: string): ElementContent[] => [
    element(tagName, node.direction === 'rtl' ? { dir: 'rtl' } : {}, children()),
  ];
  switch (type) {
    case 'text':
    case 'extended-text':
    case 'tk':
      return formatted(node);
    case 'linebreak':
      return [element('br')];
    case 'tab':
      return [{ type: 'text', value: ' ' }];
    // Marks where the cursor can go, and an address that nobody has finished.
    case 'zwnj':
    case 'at-link-search':
      return [];
    case 'link':
    case 'autolink': {
      const title = textIn(node, 'title');
      const properties = { href: textIn(node, 'url'), ...(title !== undefined && { title }) };
      return [element('a', properties, children())];
    }
    case 'heading':
    case 'extended-heading': {
      const tag = textIn(node, 'tag') ?? '';
      return withDirection(/^h[1-6]$/.test(tag) ? tag : 'h2');
    }
    case 'list': {
      const isOrdered = node.listType === 'number';
      const start = isOrdered ? Number(node.start ?? 1) : undefined;
      return [element(isOrdered ? 'ol' : 'ul', start === undefined ? {} : { start }, children())];
    }
    default:
      break;
  }
  const tagName = Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type] : undefined;
  if (tagName !== undefined) return withDirection(tagName);
  if (!Array.isArray(node.children)) return convertCard(type, withoutStructure(node));
  // Its words are kept, and the node is reported.
  const others = new Card(withoutStructure(node)).rest();
  return [element('div', {}, [unknownNode('lexical', type), ...others, ...children()])];
}

function formatted(node: JsonObject): ElementContent[] {
  const value = typeof node.text === 'string' ? node.text : '';
  if (value === '') return [];
  const format = Number(node.format ?? 0);
  let content: ElementContent = { type: 'text', value };
  for (const [bit, tagName] of FORMATS) {
    if ((format & bit) !== 0) content = element(tagName, {}, [content]);
  }
  return [content];
}

function withoutStructure(node: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !STRUCTURE.includes(key)));
}

function isItem(
  node: ElementContent | undefined,
): node is Extract<ElementContent, { type: 'element' }> {
  return node?.type === 'element' && node.tagName === 'li';
}

/** Whether an item has lists, and nothing else. */
function isItemOfLists(node: ElementContent | undefined): boolean {
  return (
    isItem(node) &&
    node.children.length > 0 &&
    node.children.every((child) => child.type === 'element' && ['ol', 'ul'].includes(child.tagName))
  );
}
