import type { Element, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { markFate, type FieldKey } from '../../document/fate.ts';
import type { Fields } from '../../document/source-document.ts';
import { plainTextOf } from '../../document/tree.ts';
import { namesInByline } from '../agencies/names-in-byline.ts';
import { readDateLine } from '../plain-text/date-line.ts';

/** In characters. A longer paragraph is where the body starts. */
const MAX_LENGTH = 200;
const LINES = new Set(['p', 'div', 'address', 'span', 'time', 'li', 'a']);

/**
 * Moves the lines at the top of a page that only repeat its front matter: headline, standfirst,
 * byline and date. The article's page shows them once.
 */
export function moveRepeatedFields(tree: Root, fields: Fields): void {
  visit(tree, 'element', (node) => {
    if (!LINES.has(node.tagName)) return undefined;
    const text = plainTextOf(node);
    const key = text === '' ? undefined : fieldIn(text, fields);
    if (key !== undefined && !hasPicture(node)) {
      markFate(node, { moved: key });
      return SKIP;
    }
    return node.tagName === 'p' && text.length > MAX_LENGTH ? EXIT : undefined;
  });
}

function fieldIn(text: string, fields: Fields): FieldKey | undefined {
  const { headline, standfirst, byline, published } = fields;
  if (text === headline?.value) return 'headline';
  if (text === standfirst?.value) return 'standfirst';
  if (text.length > MAX_LENGTH) return undefined;
  const names = byline ? namesInByline(text) : [];
  if (names.length > 0 && names.every((name) => byline?.value.includes(name))) return 'byline';
  const date = published && (readDateLine(text) ?? readDateLine(`Published: ${text}`));
  return date?.key === 'published' && published?.value.startsWith(date.date) === true
    ? 'published'
    : undefined;
}

function hasPicture({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || hasPicture(child)),
  );
}
