import type { Nodes, Root } from 'hast';
import { FormatError } from './format-error.ts';

/** Levels of elements. Browsers stop at 512. */
const MAX_DEPTH = 512;
/** In elements. The longest pages of news sites have 20,000. */
const MAX_ELEMENTS = 100_000;
/** In characters, without pictures. */
const MAX_ATTRIBUTE = 1_000_000;

/**
 * Refuses trees that would take minutes to convert. Without recursion, which deep trees would exhaust.
 * @throws FormatError
 */
export function limitTree(tree: Root): void {
  let level: Nodes[] = [tree];
  let elements = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH)
      throw tooLarge(`elements that are nested deeper than ${MAX_DEPTH} levels`);
    elements += level.length;
    if (elements > MAX_ELEMENTS) {
      throw tooLarge(`more than ${MAX_ELEMENTS.toLocaleString('en')} elements and texts`);
    }
    if (level.some(hasLongAttribute))
      throw tooLarge('an attribute of more than a million characters');
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}

function hasLongAttribute(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  return Object.values(node.properties).some(
    (value) => typeof value === 'string' && value.length > MAX_ATTRIBUTE && !/^data:/i.test(value),
  );
}

function tooLarge(what: string): FormatError {
  return new FormatError(`The document has ${what}.`, 'Check that it is an article at all.');
}
