import type { ElementContent, Root } from 'hast';
import type { FieldCollector } from '../document/field-collector.ts';
import type { SkippedPart, SourceDocument } from '../document/source-document.ts';
import { metadata } from '../document/source-document.ts';
import type { FormatInput } from './format.ts';
import { footnotesToNotes } from './html/footnotes.ts';
import { pictureOf } from './html/html.ts';
import { parseHtml } from './html/parse-html.ts';

/** An article of an export or a feed: its metadata, and a body. */
export interface ExportedArticle extends Omit<
  SourceDocument,
  'tree' | 'fields' | 'picture' | 'notes'
> {
  readonly collected: FieldCollector;
  /** The tree of a body that is not HTML in its file is made by the reader of the format. */
  readonly html: string | ElementContent[];
  readonly picture?: SourceDocument['picture'];
  /** Changes the tree of the body before notes are found in it. */
  readonly prepare?: (tree: Root) => void;
}

/** Makes a document of which everything is the article. */
export function exportDocument(
  { collected, html, picture, prepare, ...rest }: ExportedArticle,
  input: FormatInput,
): SourceDocument {
  const tree: Root =
    typeof html === 'string'
      ? parseHtml(html, { fragment: true })
      : { type: 'root', children: html };
  prepare?.(tree);
  footnotesToNotes(tree);
  // Not `unshift`, which can only take some ten thousand arguments.
  tree.children = [...collected.elements, ...tree.children];
  return {
    ...rest,
    tree,
    fields: collected.fields(),
    picture: picture ?? ((src) => pictureOf(src, input)),
    notes: collected.notes,
  };
}

/** A part of an export that is no article. */
export function skippedPart(
  skipped: string,
  part: string,
  texts: readonly (string | undefined)[],
): SkippedPart {
  const children = texts
    .filter((text) => text !== undefined && text.trim() !== '')
    .map((text = '') => {
      const element = metadata(skipped, text);
      element.data = { position: { properties: {} }, fate: { omitted: 'not an article' } };
      return element;
    });
  return { skipped, part, tree: { type: 'root', children } };
}

/** The last part of an address: `https://example.org/2021/03/harbour.html` → `harbour`. */
export function slugOfAddress(address: string | undefined): string | undefined {
  const path = URL.parse(address ?? '', 'https://example.org')?.pathname ?? '';
  const last = path
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.(?:html?|php|aspx?)$/i, '');
  if (last === undefined || last === 'index') return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
