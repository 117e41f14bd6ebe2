import type { Element, Root } from 'hast';
import {
  childOf,
  descendantsOf,
  elementsOf,
  readXml,
  textOf,
  type XmlElement,
} from '../../containers/read-xml.ts';
import { openZip, type ZipArchive } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';
import { elementWithFate, type SourceDocument } from '../../document/source-document.ts';
import type { FormatInput } from '../format.ts';
import { pictureOf } from '../html/html.ts';
import { isZip } from '../is-zip-with.ts';
import { startOf } from '../start-of.ts';
import { arrangeBlocks } from '../office/arrange-blocks.ts';
import { articleParts, type DocumentProperty } from '../office/article-parts.ts';
import { settleNotes } from '../office/settle-notes.ts';
import { languageField } from '../office/tree-language.ts';
import { ListStyles } from './list-styles.ts';
import { NAMESPACES } from './namespaces.ts';
import { readBlocks, readStory } from './read-blocks.ts';
import type { TextContext } from './scope.ts';
import { TextStyles } from './styles.ts';

/**
 * Reads an OpenDocument text: the body with its notes; headers and footers as omitted.
 * @throws FormatError if the file is broken, protected or hostile
 */
export function readOpenDocument(input: FormatInput): SourceDocument {
  const { content, common, meta, picture } = isZip(startOf(input))
    ? packedParts(input)
    : flatParts(input);
  const body = childOf(childOf(content, 'office:body'), 'office:text');
  if (!content || !body) {
    throw new FormatError(
      'The file has no text document in it.',
      'Open it in LibreOffice, and save it as .odt.',
    );
  }
  const roots = [...(common && common !== content ? [common] : []), content];
  const styles = new TextStyles(roots);
  const notes = new Set<string>();
  const context: TextContext = {
    styles,
    lists: new ListStyles(roots),
    headings: [],
    counters: new Map(),
    noteElements: [],
    note: (sentence) => notes.add(sentence),
  };
  const blocks = readBlocks(body, context);
  const properties = readProperties(meta);
  const parts = articleParts(blocks, properties);
  const children = arrangeBlocks(blocks);
  children.push(...context.noteElements);
  settleNotes(children, context.note);
  const tree: Root = {
    type: 'root',
    children: [
      ...parts.metadata,
      ...margins(common, 'header', context),
      ...children,
      ...margins(common, 'footer', context),
    ],
  };
  const stated = properties.find(({ name }) => name === 'language')?.value;
  return {
    tree,
    fields: {
      ...parts.fields,
      ...languageField(tree, stated, styles.defaultLanguage),
    },
    picture,
    notes: [...parts.notes, ...notes],
  };
}

/** The parts of a document: the roots of its XML, and its pictures. */
interface DocumentParts {
  readonly content: XmlElement | undefined;
  /** Has the styles that are not automatic, and the pages. */
  readonly common: XmlElement | undefined;
  readonly meta: XmlElement | undefined;
  readonly picture: SourceDocument['picture'];
}

function packedParts(input: FormatInput): DocumentParts {
  const zip = openZip(input);
  refuseProtected(zip);
  return {
    content: readPart(zip, 'content.xml'),
    common: readPart(zip, 'styles.xml'),
    meta: readPart(zip, 'meta.xml'),
    picture: (src) => zip.read(src),
  };
}

/** A flat document is one file of XML. */
function flatParts(input: FormatInput): DocumentParts {
  const root = readXml(input.bytes, 'The document', NAMESPACES);
  return { content: root, common: root, meta: root, picture: (src) => pictureOf(src, input) };
}

function readPart(zip: ZipArchive, path: string): XmlElement | undefined {
  const bytes = zip.read(path);
  return bytes && readXml(bytes, path, NAMESPACES);
}

function refuseProtected(zip: ZipArchive): void {
  const manifest = readPart(zip, 'META-INF/manifest.xml');
  if (!manifest || descendantsOf(manifest, 'manifest:encryption-data').length === 0) return;
  throw new FormatError(
    'The document is protected with a password.',
    'Open it, save it without a password, and import that.',
  );
}

/** Headers and footers, of all kinds of pages. */
function margins(
  styles: XmlElement | undefined,
  kind: 'header' | 'footer',
  context: TextContext,
): Element[] {
  const pages = childOf(styles, 'office:master-styles');
  if (!pages) return [];
  return elementsOf(pages)
    .flatMap(elementsOf)
    .filter(({ name }) => name.startsWith(`style:${kind}`))
    .map((margin) => elementWithFate({ omitted: 'furniture' }, readStory(margin, context), 'div'));
}

/** The author of an OpenDocument text is its first one; `dc:creator` is who changed it last. */
const NAMES: Readonly<Record<string, string>> = {
  'meta:initial-creator': 'creator',
  'dc:creator': 'last editor',
};

function readProperties(root: XmlElement | undefined): DocumentProperty[] {
  const meta = childOf(root, 'office:meta');
  if (!meta) return [];
  return elementsOf(meta)
    .map((child) => ({
      name: NAMES[child.name] ?? child.name.replace(/^\w+:/, ''),
      value: textOf(child),
    }))
    .filter(({ value }) => value.trim() !== '');
}
