import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { markFate } from '../../document/fate.ts';
import { element } from '../../document/source-document.ts';

/**
 * Turns footnotes into `<note-ref>` and `<note>`: those with the roles of DPUB-ARIA, those of
 * Markdown processors (`#fn1`, `#user-content-fn-1`), and those of Google Docs, Word and LibreOffice
 * (`#ftnt1`, `#_ftn1`, `#sdfootnote1sym`).
 */
export function footnotesToNotes(tree: Root): void {
  const notes = findNotes(tree);
  if (notes.size === 0) return;
  const called = new Set<string>();
  const places = new Set<string>();
  visit(tree, 'element', (node, index, parent) => {
    const target = /^#(.+)$/.exec(node.tagName === 'a' ? (node.properties.href ?? '') : '')?.[1];
    if (target === undefined || !notes.has(target) || !parent || index === undefined)
      return undefined;
    if (isInNote(node, notes.get(target))) return undefined;
    called.add(target);
    const parentId = parent.type === 'element' ? parent.properties.id : undefined;
    for (const id of [node.properties.id, node.properties.name, parentId])
      places.add(`#${id ?? ''}`);
    // The site numbers notes itself.
    markFate(node, { omitted: 'repeated' });
    parent.children[index] = element('note-ref', { note: numberOf(target, notes) }, [node]);
    if (parent.type === 'element' && parent.tagName === 'sup') parent.tagName = 'span';
    return SKIP;
  });
  for (const [id, note] of notes) {
    if (!called.has(id)) continue;
    omitBackLinks(note, places);
    note.tagName = 'note';
    note.properties = { id: numberOf(id, notes) };
  }
  visit(tree, 'element', (node) => {
    const hasNotes = node.children.some(
      (child) => child.type === 'element' && child.tagName === 'note',
    );
    if (!hasNotes) return;
    if (node.tagName === 'ol' || node.tagName === 'ul') node.tagName = 'div';
  });
  visit(tree, 'element', (node) => {
    const isOfSite = node.properties.id === 'footnote-label' && node.tagName === 'h2';
    if (isOfSite) markFate(node, { omitted: 'repeated' });
  });
}

const NOTE_ID = /^(?:user-content-)?(?:fn|_ftn|ftnt|footnote|endnote|_edn)[-_:]?\w+$/i;

/** The elements of notes, by what links lead to. */
export function findNotes(tree: Root): Map<string, Element> {
  const notes = new Map<string, Element>();
  visit(tree, 'element', (node) => {
    const { id, role } = node.properties;
    if (id === undefined || id === '') return;
    const anchor = node.tagName === 'div' && OFFICE_ID.test(id) ? firstAnchor(node) : undefined;
    if (anchor !== undefined) notes.set(anchor, node);
    const isNote = role === 'doc-footnote' || role === 'doc-endnote';
    if (isNote || (NOTE_ID.test(id) && (node.tagName === 'li' || node.tagName === 'aside'))) {
      notes.set(id, node);
    }
  });
  return notes;
}

/** Word and LibreOffice wrap notes, and name the link back. */
const OFFICE_ID = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/;

function firstAnchor(note: Element): string | undefined {
  let name: string | undefined;
  visit(note, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && typeof properties.name === 'string') name ??= properties.name;
  });
  return name;
}

function numberOf(id: string, notes: ReadonlyMap<string, Element>): string {
  return String([...notes.keys()].indexOf(id) + 1);
}

function isInNote(link: Element, note: Element | undefined): boolean {
  const contains = (node: ElementContent): boolean =>
    node === link || (node.type === 'element' && node.children.some(contains));
  return note?.children.some(contains) === true;
}

/**
 * The arrow or the number that leads back. It is the page's, not the note's.
 * @param places where notes are referred to
 */
function omitBackLinks(note: Element, places: ReadonlySet<string>): void {
  visit(note, 'element', (node) => {
    const href = node.tagName === 'a' ? node.properties.href : undefined;
    const isBack =
      href?.startsWith('#') === true &&
      (node.properties.role === 'doc-backlink' ||
        node.properties.dataFootnoteBackref !== undefined ||
        places.has(href) ||
        /ref/i.test(href));
    if (isBack) markFate(node, { omitted: 'control' });
  });
}
