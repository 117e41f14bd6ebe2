import { posix } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { canonicalLanguage } from '../../../article/language.ts';
import { readXml } from '../../containers/read-xml.ts';
import { openZip, type ZipArchive } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';
import { headingsAtTop } from '../../document/headings-at-top.ts';
import {
  elementWithFate,
  metadata,
  type Field,
  type Fields,
  type DocumentPart,
  type SourceDocument,
} from '../../document/source-document.ts';
import { collapse, plainTextOf } from '../../document/tree.ts';
import { decodeHtml } from '../decode-html.ts';
import type { FormatInput } from '../format.ts';
import { headlineOfBody } from '../html/headline-of-body.ts';
import { readHtml } from '../html/html.ts';
import { inlineClassStyles, styleSheetOf } from '../html/inline-class-styles.ts';
import { moveRepeatedFields } from '../html/move-repeated-fields.ts';
import { readPackage, type PackageDocument, type SpineItem } from './package-document.ts';
import { xmlToHtml } from './xml-to-html.ts';
import { readPart } from '../read-part.ts';

/**
 * Reads the documents of an EPUB. Tables of contents, title pages, and covers without a word are no
 * articles: the next document has them as omitted.
 * @throws FormatError if the file is broken, protected or hostile
 */
export function* readEpub(input: FormatInput): Generator<DocumentPart> {
  const zip = openZip(input);
  const book = readPackage(zip);
  let skipped: Element[] = [];
  let articles = 0;
  for (const [index, item] of book.spine.entries()) {
    const part = `document ${index + 1}, ${item.path}`;
    const document = readPart(part, () => readItem(zip, item, input));
    if ('refused' in document) {
      articles++;
      yield document;
      continue;
    }
    const text = textOfBody(document.tree);
    const isOther = item.isNavigation || TITLE_PAGE.test(item.path);
    if (isOther || text === '' || isFrontMatter(document.tree)) {
      const children = document.tree.children.filter((child) => child.type === 'element');
      skipped.push(elementWithFate({ omitted: 'furniture' }, children, 'div'));
      continue;
    }
    articles++;
    const headline = labelled(document, item, book, articles === 1);
    yield withBook(document, book, skipped, part, headline);
    skipped = [];
  }
  if (articles === 0) {
    throw new FormatError(
      'The EPUB has no document with text.',
      'Check that it is the right file.',
    );
  }
}

/** Pandoc and Calibre name title pages so. In EPUB 2, nothing else says what they are. */
const TITLE_PAGE = /(?:^|\/)(?:title[-_]?page|half[-_]?title(?:[-_]?page)?)\.x?html?$/i;

/**
 * The headline of a document without headings, such as those of LibreOffice: what the table of
 * contents calls it, or the title of the book for the first one.
 */
function labelled(
  { tree, fields }: SourceDocument,
  { label }: SpineItem,
  { metadata: properties }: PackageDocument,
  isFirst: boolean,
): Field | undefined {
  if (fields.headline || headingsAtTop(tree).length > 0) return undefined;
  // LibreOffice counts documents that begin without a heading.
  if (label !== undefined && !/^Section \d+$/.test(label)) {
    return { value: collapse(label), origin: 'EPUB: table of contents' };
  }
  const title = properties.find(({ name }) => name === 'title')?.value;
  return isFirst && title !== undefined ? { value: title, origin: 'EPUB: title' } : undefined;
}

/** Whether all of a document says that it is a title page or the like. */
function isFrontMatter(tree: Root): boolean {
  const text = textOfBody(tree);
  let is = false;
  visit(tree, 'element', (node) => {
    const type = String(node.properties['epub:type'] ?? '');
    if (FRONT_MATTER.test(type) && plainTextOf(node) === text) is = true;
  });
  return is;
}

const FRONT_MATTER = /\b(?:titlepage|halftitlepage|cover|toc|landmarks|copyright-page)\b/;

function textOfBody(tree: Root): string {
  let text = '';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'body') text = plainTextOf(node);
  });
  return text;
}

function readItem(zip: ZipArchive, { path }: SpineItem, input: FormatInput): SourceDocument {
  const bytes = zip.read(path);
  if (!bytes) throw new FormatError(`The EPUB has no ${path}.`, 'Save the file again.');
  const folder = posix.dirname(path);
  const readBeside = (src: string) => zip.read(posix.join(folder, decode(src)));
  const prepare = (tree: Root): void => {
    inlineClassStyles(tree, linkedStyleSheets(tree, readBeside));
  };
  return headlineOfBody(
    readHtml(htmlOf(bytes, path), { ...input, readBeside }, { isWhole: true, prepare }),
  );
}

function linkedStyleSheets(tree: Root, read: (path: string) => Uint8Array | undefined): string {
  const sheets: string[] = [];
  visit(tree, 'element', ({ tagName, properties: { rel, href } }) => {
    const isSheet = tagName === 'link' && rel?.includes('stylesheet') === true;
    if (isSheet && href !== undefined) sheets.push(Buffer.from(read(href) ?? []).toString());
  });
  return sheets.join('\n') + styleSheetOf(tree);
}

/** Documents of EPUB are XML. Some are not, and reading programs show them all the same. */
function htmlOf(bytes: Uint8Array, path: string): string {
  try {
    return `<!DOCTYPE html>${xmlToHtml(readXml(bytes, path, { 'http://www.idpf.org/2007/ops': 'epub' }))}`;
  } catch (error) {
    if (error instanceof FormatError) return decodeHtml(bytes, undefined);
    throw error;
  }
}

function withBook(
  document: SourceDocument,
  { metadata: properties }: PackageDocument,
  skipped: readonly Element[],
  part: string,
  headline: Field | undefined,
): SourceDocument {
  const named = (name: string): string[] =>
    properties.filter((property) => property.name === name).map(({ value }) => value);
  const creators = named('creator');
  const language = canonicalLanguage(named('language')[0] ?? '');
  const fields: Fields = {
    ...(creators.length > 0 && { byline: { value: creators, origin: 'EPUB: creator' } }),
    ...(language !== undefined && { language: { value: language, origin: 'EPUB: language' } }),
    ...(headline && { headline }),
    ...document.fields,
  };
  if (headline) moveRepeatedFields(document.tree, { headline });
  const keyOf = (name: string) => {
    if (name === 'creator' && fields.byline?.origin === 'EPUB: creator') return 'byline';
    if (name === 'title' && headline?.origin === 'EPUB: title') return 'headline';
    return name === 'language' && fields.language?.origin === 'EPUB: language' ? name : undefined;
  };
  const described = properties.map(({ name, value }) =>
    metadata(
      name,
      value,
      name === 'language' && value !== named(name)[0] ? undefined : keyOf(name),
    ),
  );
  document.tree.children.unshift(...described, ...skipped);
  return { ...document, fields, part };
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
