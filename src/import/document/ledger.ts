import type { Element, Nodes, Root, Text } from 'hast';
import { isUnknown } from './html-names.ts';
import { OMIT_REASONS, type Fate, type OmitReason } from './fate.ts';

/** A part of a document that readers notice. */
export type AtomKind = 'text' | 'attribute' | 'link' | 'picture' | 'embed' | 'note' | 'cell';

/** A line of the ledger: what became of one part of a document. */
export interface LedgerEntry {
  readonly kind: AtomKind;
  /** The whole text or address. Empty for a cell, whose text has entries of its own. */
  readonly value: string;
  /** The elements around it: `html > body > p`. */
  readonly place: string;
  readonly fate: Fate;
}

/** Attributes that people read. */
const READ_ATTRIBUTES = ['alt', 'title', 'ariaLabel', 'placeholder', 'label', 'summary'] as const;
/** Elements that show something of their own. */
export const EMBEDS = new Set([
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'svg',
  'math',
]);
const BUTTONS = new Set(['submit', 'button', 'reset']);

/** Metadata that people read: in search results, or when they share a page. */
const READ_METADATA = /title|description|author|creator|keywords|date|time/i;

/** A part of an element. Text nodes have one part, `text`. */
export type AtomPart =
  'text' | 'href' | 'src' | 'embed' | 'note' | 'cell' | 'value' | (typeof READ_ATTRIBUTES)[number];

/**
 * Records what became of each part of a document. What nobody keeps or omits is `unsupported`, so that
 * nothing can vanish without a word.
 */
export class Ledger {
  readonly #fates = new Map<Text | Element, Map<AtomPart, Fate>>();
  /** Whether a part was kept twice, which would double it on the page. */
  doubled = false;

  keep(node: Text | Element, part: AtomPart): void {
    this.#set(node, part, 'kept');
  }

  omit(node: Text | Element, part: AtomPart, reason: OmitReason): void {
    this.#set(node, part, { omitted: reason });
  }

  isKept(node: Text | Element, part: AtomPart): boolean {
    return this.#fates.get(node)?.get(part) === 'kept';
  }

  /** All parts of a document, in its order. */
  entries(tree: Root): LedgerEntry[] {
    const entries: LedgerEntry[] = [];
    const walk = (node: Nodes, place: string, inherited: Fate | undefined): void => {
      if (node.type === 'comment' && node.value.trim() !== '') {
        const fate = inherited ?? { omitted: 'comment' };
        entries.push({ kind: 'text', value: node.value, place, fate });
      }
      if (node.type !== 'element' && node.type !== 'text' && node.type !== 'root') return;
      const fate = node.type === 'root' ? undefined : (node.data?.fate ?? inherited);
      const name = node.type === 'element' ? node.tagName : '';
      const here = name === '' ? place : place === '' ? name : `${place} > ${name}`;
      if (node.type !== 'root') {
        for (const { kind, part, value } of atomsOf(node, FOREIGN.test(place))) {
          const own = fate ?? this.#fates.get(node)?.get(part) ?? defaultFate(kind);
          entries.push({ kind, value, place: here, fate: own });
        }
      }
      if (node.type !== 'text') for (const child of node.children) walk(child, here, fate);
    };
    walk(tree, '', undefined);
    return entries;
  }

  #set(node: Text | Element, part: AtomPart, fate: Fate): void {
    const ofNode = this.#fates.get(node) ?? new Map<AtomPart, Fate>();
    if (ofNode.get(part) === 'kept' && fate === 'kept') this.doubled = true;
    ofNode.set(part, fate);
    this.#fates.set(node, ofNode);
  }
}

/** Titles and labels that only appear on request are not text of the article. */
function defaultFate(kind: AtomKind): Fate {
  return { omitted: kind === 'attribute' ? 'metadata' : 'unsupported' };
}

interface Atom {
  readonly kind: AtomKind;
  readonly part: AtomPart;
  readonly value: string;
}

/** Within these, elements have names of their own. */
const FOREIGN = /(?:^|> )(?:svg|math)(?: >|$)/;

function atomsOf(node: Text | Element, isForeign: boolean): Atom[] {
  if (node.type === 'text') {
    return node.value.trim() === '' ? [] : [{ kind: 'text', part: 'text', value: node.value }];
  }
  const { tagName, properties } = node;
  const atoms: Atom[] = [];
  const add = (kind: AtomKind, part: AtomPart, value: unknown): void => {
    atoms.push({ kind, part, value: typeof value === 'string' ? value : '' });
  };
  if (tagName === 'a' && properties.href !== undefined) add('link', 'href', properties.href);
  if (tagName === 'img') add('picture', 'src', properties.src);
  if (EMBEDS.has(tagName)) add('embed', 'embed', properties.src ?? properties.data);
  if (!isForeign && isUnknown(tagName, node.children.length === 0))
    add('embed', 'embed', `<${tagName}>`);
  if (tagName === 'td' || tagName === 'th') add('cell', 'cell', '');
  if (tagName === 'note') add('note', 'note', properties.id);
  for (const part of READ_ATTRIBUTES) {
    const value = properties[part];
    if (typeof value === 'string' && value.trim() !== '') add('attribute', part, value);
  }
  if (tagName === 'meta' && READ_METADATA.test(String(properties.name ?? properties.property))) {
    add('attribute', 'value', properties.content);
  }
  const { value, type } = properties;
  if (tagName === 'input' && typeof value === 'string' && BUTTONS.has(String(type))) {
    add('attribute', 'value', value);
  }
  return atoms;
}

/** The omissions that make an import refuse a document. */
export function refusals(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const isText = ({ kind, value }: LedgerEntry): boolean => kind === 'text' && value.trim() !== '';
  const first = entries.findIndex((entry) => entry.fate === 'kept' && isText(entry));
  const last = entries.findLastIndex((entry) => entry.fate === 'kept' && isText(entry));
  return entries.filter((entry, index) => {
    const { fate } = entry;
    if (entry.kind === 'attribute' || typeof fate === 'string' || !('omitted' in fate))
      return false;
    const { refuses } = OMIT_REASONS[fate.omitted];
    if (refuses === 'always') return true;
    const isWithin = index > first && index < last;
    return refuses === 'within the article' && isWithin && isText(entry);
  });
}
