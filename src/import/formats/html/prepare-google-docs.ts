import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import { classesOf, inlineClassStyles, styleSheetOf } from './inline-class-styles.ts';

/**
 * Makes a page of Google Docs an ordinary one: styles of classes become styles of elements, links lead
 * where they seem to, nested lists are in each other, notes and comments look like others.
 */
export function prepareGoogleDocs(tree: Root): void {
  const css = styleSheetOf(tree);
  inlineClassStyles(tree, css);
  visit(tree, 'element', (node) => {
    const classes = classesOf(node);
    const { href } = node.properties;
    if (node.tagName === 'a' && href !== undefined) node.properties.href = targetOf(href);
    if (node.tagName === 'p' && classes.includes('title')) node.tagName = 'h1';
    const type = node.tagName === 'ol' ? typeOfList(classes, css) : undefined;
    if (type !== undefined) node.properties.type = type;
    nestLists(node);
    if (node.tagName === 'div') markNote(node);
    if (node.tagName === 'a' && node.properties.id?.startsWith('cmnt_ref') === true) {
      markFate(node, { omitted: 'comment' });
    }
  });
}

/** `https://www.google.com/url?q=https://example.org/&sa=…` leads to `https://example.org/`. */
function targetOf(href: string): string {
  const url = URL.parse(href);
  const isWrapped = url?.hostname === 'www.google.com' && url.pathname === '/url';
  return (isWrapped ? url.searchParams.get('q') : undefined) ?? href;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/lower-(?:latin|alpha)/, 'a'],
  [/upper-(?:latin|alpha)/, 'A'],
  [/lower-roman/, 'i'],
  [/upper-roman/, 'I'],
];

/** Letters and Roman numbers of lists are in the style sheet. */
function typeOfList(classes: readonly string[], css: string): string | undefined {
  const name = classes.find((one) => one.startsWith('lst-kix_'));
  if (name === undefined) return undefined;
  const start = css.indexOf(`.${name} > li:before{`);
  const rule = start === -1 ? '' : css.slice(start, css.indexOf('}', start));
  return TYPES.find(([pattern]) => pattern.test(rule))?.[1];
}

/** Nested lists stand behind the list that they belong to. Their classes end in the level. */
function nestLists(parent: Element): void {
  const open: { level: number; list: Element }[] = [];
  parent.children = parent.children.filter((child) => {
    const level = child.type === 'element' ? levelOf(child) : undefined;
    if (child.type !== 'element' || level === undefined) {
      const isBetween = child.type === 'text' && child.value.trim() === '';
      if (!isBetween) open.length = 0;
      return true;
    }
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const item = open.at(-1)?.list.children.findLast(isItem);
    open.push({ level, list: child });
    if (!item) return true;
    item.children.push(child);
    return false;
  });
}

function levelOf(node: Element): number | undefined {
  if (node.tagName !== 'ol' && node.tagName !== 'ul') return undefined;
  const level = /lst-kix_\w+-(\d)/.exec(classesOf(node).join(' '))?.[1];
  return level === undefined ? undefined : Number(level);
}

function isItem(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'li';
}

/** A note or a comment: `<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> …` */
function markNote(node: Element): void {
  const paragraph = node.children.find((child) => child.type === 'element');
  const mark = paragraph?.children.find((child) => child.type === 'element');
  const id = mark?.tagName === 'a' ? (mark.properties.id ?? '') : '';
  if (/^cmnt\d+$/.test(id)) markFate(node, { omitted: 'comment' });
  if (!mark || !/^ftnt\d+$/.test(id)) return;
  node.tagName = 'aside';
  node.properties.id = id;
  delete mark.properties.id;
}
