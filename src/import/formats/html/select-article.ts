import { Readability } from '@mozilla/readability';
// Not `defuddle/node` and `linkedom`, which are hundreds of modules and take three times as long to load.
import Defuddle from 'defuddle';
import type { Element, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom/worker';
import { visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import { FormatError } from '../../document/format-error.ts';
import { isShown, plainTextOf } from '../../document/tree.ts';
import { findNotes } from './footnotes.ts';

/**
 * Finds the article in a page, and marks everything else. Readability and defuddle only select: all
 * elements get a number first, and the tree itself stays as it is.
 * @returns what the user should check
 */
export function selectArticle(tree: Root, base: string | undefined): string[] {
  const elements: Element[] = [];
  visit(tree, 'element', (node) => {
    elements.push(node);
  });
  const html = numberedHtml(tree, elements);
  const first = numbersIn(readability(html));
  const second = numbersIn(defuddle(html, base));
  if (first.size === 0 && second.size === 0) {
    throw new FormatError(
      'No article was found in the page.',
      'Save the part of the page that is the article as a file of its own, without <html> and <body>.',
    );
  }
  const selected = new Set(
    [...(first.size > 0 ? first : second)].flatMap((n) => elements[n] ?? []),
  );
  const root = commonAncestor(tree, selected);
  // What only one of them leaves out of the article itself is a part of it more often than not.
  const secondElements = new Set([...second].flatMap((n) => elements[n] ?? []));
  const within = new Set<Element>();
  visit(root, 'element', (node) => {
    if (secondElements.has(node)) within.add(node);
  });
  const added = [...within].filter((node) => !selected.has(node) && hasOwnText(node));
  const kept = new Set([...selected, ...within]);
  keepNotes(tree, kept);
  keepHeadings(tree, kept);
  keepCaptions(tree, kept);
  keepTables(tree, kept);
  markOthers(tree, kept);
  const share = agreement(first, second, elements);
  return [
    ...(share < MIN_AGREEMENT
      ? [
          `Readability and defuddle agree on ${Math.round(share * 100)} % of the text. Check where it starts and ends.`,
        ]
      : []),
    ...(added.length > 0
      ? [
          `Only defuddle takes this for the article, and it was kept: ${excerpt(added.map(plainTextOf))}`,
        ]
      : []),
  ];
}

/** Word puts its notes outside the article. What the article refers to is a part of it. */
function keepNotes(tree: Root, kept: Set<Element>): void {
  const notes = findNotes(tree);
  for (const { tagName, properties } of [...kept]) {
    const note = tagName === 'a' ? notes.get(properties.href?.replace('#', '') ?? '') : undefined;
    if (note && !kept.has(note)) keepAll(note, kept);
  }
}

/** Readability drops headings with the words of the title. What is below one that was kept needs it. */
function keepHeadings(tree: Root, kept: Set<Element>): void {
  visit(tree, 'element', (node) => {
    const elements = node.children.filter((child) => child.type === 'element');
    for (const [index, child] of elements.entries()) {
      const next = elements[index + 1];
      if (/^h[1-6]$/.test(child.tagName) && next && kept.has(next)) keepAll(child, kept);
    }
  });
}

/** What is below a picture belongs to it. */
function keepCaptions(tree: Root, kept: Set<Element>): void {
  visit(tree, 'element', (figure) => {
    if (figure.tagName !== 'figure') return;
    let hasKept = kept.has(figure);
    visit(figure, 'element', (node) => {
      if (kept.has(node)) hasKept = true;
    });
    for (const child of figure.children) {
      if (hasKept && child.type === 'element' && child.tagName === 'figcaption') {
        keepAll(child, kept);
      }
    }
  });
}

/** One cell of a table means nothing without the others. Tables that arrange a page have no headers. */
function keepTables(tree: Root, kept: Set<Element>): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const names = new Set<string>();
    let hasKept = kept.has(table);
    visit(table, 'element', (node) => {
      if (node !== table) names.add(node.tagName);
      hasKept ||= kept.has(node);
    });
    if (hasKept && names.has('th') && !names.has('table')) keepAll(table, kept);
  });
}

function keepAll(element: Element, kept: Set<Element>): void {
  visit(element, 'element', (node) => {
    kept.add(node);
  });
}

const MIN_AGREEMENT = 0.95;

function numberedHtml(tree: Root, elements: readonly Element[]): string {
  elements.forEach((node, index) => (node.properties.dataN = String(index)));
  const html = toHtml(tree);
  for (const node of elements) delete node.properties.dataN;
  // Pandoc hides captions from screen readers, and nobody else. Readability takes them for hidden.
  return html.replaceAll(/(?<=<figcaption[^>]*) aria-hidden="true"/g, '');
}

function numbersIn(html: string): Set<number> {
  return new Set([...html.matchAll(/\sdata-n="(\d+)"/g)].map(([, number]) => Number(number)));
}

function readability(html: string): string {
  try {
    return new Readability(parseHTML(html).document, { charThreshold: 200 }).parse()?.content ?? '';
  } catch {
    // Broken pages make it fail. The other one may not.
    return '';
  }
}

function defuddle(html: string, url = 'about:blank'): string {
  const { log, warn, error } = console;
  try {
    // Debugging keeps the numbers, and writes to the console.
    Object.assign(console, { log: ignore, warn: ignore, error: ignore });
    // Without `useAsync: false`, it would ask other servers.
    const options = { url, debug: true, useAsync: false };
    return new Defuddle(parseHTML(html).document, options).parse().content;
  } catch {
    return '';
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function ignore(): void {
  // Nothing to do.
}

/** The deepest element that has all selected ones in it. */
function commonAncestor(tree: Root, selected: ReadonlySet<Element>): Root | Element {
  const counts = new Map<Nodes, number>();
  const count = (node: Nodes): number => {
    let sum = node.type === 'element' && selected.has(node) ? 1 : 0;
    if ('children' in node) for (const child of node.children) sum += count(child);
    counts.set(node, sum);
    return sum;
  };
  count(tree);
  let root: Root | Element = tree;
  for (;;) {
    const next: Nodes | undefined = root.children.find(
      (child) => counts.get(child) === selected.size,
    );
    if (next?.type !== 'element') return root;
    root = next;
  }
}

/** Marks what is outside the article, and what the page does not show. */
function markOthers(tree: Root, kept: ReadonlySet<Element>): void {
  const hasKept = (node: Nodes): boolean =>
    'children' in node &&
    node.children.some((child) => (child.type === 'element' && kept.has(child)) || hasKept(child));
  const walk = (node: Root | Element, isKept: boolean): void => {
    const elements = node.children.filter((child) => child.type === 'element');
    for (const child of node.children) {
      if (child.type === 'text' && !isKept) markFate(child, { omitted: 'furniture' });
      if (child.type !== 'element' || !isShown(child)) continue;
      // Readability gives a child the number of its parent, if nothing else is in that.
      const isOnly = isKept && elements.length === 1 && !hasOwnText(node);
      const isKeptToo = kept.has(child) || isOnly || (isKept && INLINE.has(child.tagName));
      if (isKeptToo || hasKept(child)) walk(child, isKeptToo);
      else {
        // Scripts and what nobody sees are not text in there, either.
        visit(child, 'element', (node) => {
          isShown(node);
        });
        markFate(child, { omitted: 'furniture' });
      }
    }
  };
  walk(tree, false);
}

/** Readability removes or replaces these without leaving out their text. */
const INLINE = new Set(['br', 'wbr', 'font']);

function hasOwnText(node: Root | Element): boolean {
  return node.children.some((child) => child.type === 'text' && child.value.trim() !== '');
}

/** The share of characters that both take for the article, of those that one does. */
function agreement(
  first: ReadonlySet<number>,
  second: ReadonlySet<number>,
  elements: readonly Element[],
): number {
  let both = 0;
  let either = 0;
  elements.forEach((node, index) => {
    const { length } = node.children
      .map((child) => (child.type === 'text' ? child.value.trim() : ''))
      .join('');
    if (first.has(index) && second.has(index)) both += length;
    if (first.has(index) || second.has(index)) either += length;
  });
  return either === 0 ? 0 : both / either;
}

function excerpt(texts: readonly string[]): string {
  const text = texts.join(' … ');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
