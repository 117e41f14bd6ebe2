import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { markFate, type FieldKey } from '../../document/fate.ts';
import { BLOCKS } from '../../document/html-names.ts';
import type { Fields } from '../../document/source-document.ts';
import { isShown, plainTextOf } from '../../document/tree.ts';
import { namesInByline } from '../agencies/names-in-byline.ts';
import { readDateLine } from '../plain-text/date-line.ts';

type Node = ElementContent | RootContent;

/** In characters of the article. Behind more of them, its body has started. */
const MAX_BEFORE = 300;
/** In characters. No byline and no date is longer. */
const MAX_LINE = 200;
/** Blocks that only contain lines. Tables, quotations and figures have words of their own. */
const CONTAINERS = new Set(
  (
    'address article aside body center div footer form header hgroup html main p section ' +
    'h1 h2 h3 h4 h5 h6'
  ).split(' '),
);
/** Between the parts of a line: `Jane Doe | 3 March 2021`. */
const SEPARATORS = /^[\s,;/|·•–—-]+$/;

/**
 * Moves the lines at the top of a page that only repeat its front matter: headline, standfirst,
 * byline and date. The article's page shows them once. A line with other words stays as it is: the
 * name in "Jane Doe said no." is a part of the sentence.
 */
export function moveRepeatedFields(tree: Root, fields: Fields): void {
  let before = 0;
  const readLine = (line: readonly Node[], isOutside: boolean): void => {
    const marks = marksFor(line, fields);
    for (const [node, moved] of marks) markFate(node, { moved });
    if (marks.size === 0 && !isOutside) before += lengthOf(line);
  };
  const walk = (nodes: readonly Node[], isOutside: boolean): void => {
    let line: Node[] = [];
    for (const node of nodes) {
      if (before > MAX_BEFORE) return;
      if (!isBlock(node)) {
        line.push(node);
        continue;
      }
      readLine(line, isOutside);
      line = [];
      if (!isShown(node) && !isFurniture(node)) continue;
      const isOut = isOutside || isFurniture(node);
      if (node.tagName === 'ul' || node.tagName === 'ol') readLine(node.children, isOut);
      else if (CONTAINERS.has(node.tagName) || !BLOCKS.has(node.tagName)) {
        walk(node.children, isOut);
      } else if (!isOut) before += lengthOf([node]);
    }
    readLine(line, isOutside);
  };
  walk(tree.children, false);
}

/** Whether an element is a block, or has one in it. */
function isBlock(node: Node): node is Element {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(isBlock));
}

/** Whether a node was left out because it is outside the article, and not because nobody sees it. */
function isFurniture({ data }: Element | Text): boolean {
  const { fate } = data ?? {};
  return fate !== undefined && 'omitted' in fate && fate.omitted === 'furniture';
}

/** The parts of a line with the keys that they repeat. Empty if the line has other words, too. */
function marksFor(line: readonly Node[], fields: Fields): Map<Element | Text, FieldKey> {
  const marks = new Map<Element | Text, FieldKey>();
  const separators: Text[] = [];
  const whole = fieldIn(textOf(line), fields);
  const read = (node: Node): boolean => {
    if (node.type !== 'element' && node.type !== 'text') return true;
    if (!isShown(node) && !isFurniture(node)) return true;
    const text = plainTextOf(node);
    // Pictures and embeds stay where they are.
    if (text === '') return true;
    const key = whole ?? fieldIn(text, fields);
    if (key !== undefined && !hasPicture(node)) marks.set(node, key);
    else if (node.type === 'element') return node.children.every(read) || isFurniture(node);
    else if (SEPARATORS.test(text)) separators.push(node);
    else return isFurniture(node);
    return true;
  };
  if (!line.every(read)) return new Map();
  const [first] = marks.values();
  if (first !== undefined) for (const node of separators) marks.set(node, first);
  return marks;
}

function fieldIn(text: string, fields: Fields): FieldKey | undefined {
  if (text === '') return undefined;
  const { headline, standfirst, byline, published } = fields;
  if (text === headline?.value) return 'headline';
  if (text === standfirst?.value) return 'standfirst';
  if (text.length > MAX_LINE) return undefined;
  const names = byline ? namesInByline(text) : [];
  if (names.length > 0 && names.every((name) => byline?.value.includes(name))) return 'byline';
  const date = published && (readDateLine(text) ?? readDateLine(`Published: ${text}`));
  return date?.key === 'published' && published?.value.startsWith(date.date) === true
    ? 'published'
    : undefined;
}

function textOf(nodes: readonly Node[]): string {
  return plainTextOf({ type: 'root', children: [...nodes] });
}

/** Of the text that would be in the body. */
function lengthOf(nodes: readonly Node[]): number {
  const shown = nodes.filter(
    (node) => (node.type === 'element' || node.type === 'text') && isShown(node),
  );
  return textOf(shown).length;
}

function hasPicture(node: Node): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasPicture));
}
