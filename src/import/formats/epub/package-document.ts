import { posix } from 'node:path';
import {
  childOf,
  descendantsOf,
  elementsOf,
  readXml,
  textOf,
  type XmlElement,
} from '../../containers/read-xml.ts';
import type { ZipArchive } from '../../containers/read-zip.ts';
import { FormatError } from '../../document/format-error.ts';

/** A document of an EPUB, in its reading order. */
export interface SpineItem {
  /** In the archive. */
  readonly path: string;
  readonly isNavigation: boolean;
  /** What the table of contents calls it. */
  readonly label?: string;
}

/** What the package document of an EPUB says. */
export interface PackageDocument {
  readonly spine: readonly SpineItem[];
  /** `title`, `creator`, `language` and others, each as often as it is there. */
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
}

const NAMESPACES = {
  'http://www.idpf.org/2007/opf': '',
  'urn:oasis:names:tc:opendocument:xmlns:container': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.daisy.org/z3986/2005/ncx/': '',
  'http://www.w3.org/1999/xhtml': '',
};

/** @throws FormatError if the archive is no EPUB, or one that is protected */
export function readPackage(zip: ZipArchive): PackageDocument {
  if (zip.read('META-INF/rights.xml')) {
    throw new FormatError('The EPUB is protected (DRM).', 'Ask its publisher for an open copy.');
  }
  const container = readPart(zip, 'META-INF/container.xml');
  const [rootfile] = descendantsOf(container, 'rootfile');
  const path = rootfile?.attributes['full-path'] ?? '';
  const root = readPart(zip, path);
  const folder = posix.dirname(path);
  const items = new Map(
    descendantsOf(root, 'item').map(({ attributes }) => [attributes.id, attributes]),
  );
  const pathOf = (href: string): string => posix.join(folder, decode(href));
  const isNavigation = ({ properties = '' }: XmlElement['attributes']): boolean =>
    /\bnav\b/.test(properties);
  const contents = [...items.values()].find(
    (item) => isNavigation(item) || item['media-type'] === 'application/x-dtbncx+xml',
  );
  const labels = labelsIn(zip, pathOf(contents?.href ?? ''));
  const spine = descendantsOf(root, 'itemref').flatMap(({ attributes }): SpineItem[] => {
    const item = items.get(attributes.idref ?? '');
    if (item?.href === undefined) return [];
    const path = pathOf(item.href);
    const label = labels.get(path);
    return [{ path, isNavigation: isNavigation(item), ...(label !== undefined && { label }) }];
  });
  const metadata = childOf(root, 'metadata');
  return {
    // A document is at one place of the reading order. Hostile files name one a thousand times.
    spine: [...new Map(spine.map((item) => [item.path, item])).values()],
    metadata: (metadata ? elementsOf(metadata) : [])
      .filter(({ name }) => name.startsWith('dc:'))
      .map((child) => ({ name: child.name.slice('dc:'.length), value: textOf(child).trim() }))
      .filter(({ value }) => value !== ''),
  };
}

/** The first label of each document in a table of contents: of EPUB 3, or of EPUB 2 (NCX). */
function labelsIn(zip: ZipArchive, path: string): Map<string, string> {
  const labels = new Map<string, string>();
  const bytes = zip.read(path);
  if (!bytes) return labels;
  const root = readContents(bytes, path);
  const add = (target: string | undefined, label: string): void => {
    const [file = ''] = (target ?? '').split('#');
    const document = posix.join(posix.dirname(path), decode(file));
    if (label.trim() !== '' && !labels.has(document)) labels.set(document, label.trim());
  };
  if (!root) return labels;
  for (const link of descendantsOf(root, 'a')) add(link.attributes.href, textOf(link));
  for (const point of descendantsOf(root, 'navPoint')) {
    const [label] = descendantsOf(point, 'navLabel');
    const [content] = descendantsOf(point, 'content');
    add(content?.attributes.src, label ? textOf(label) : '');
  }
  return labels;
}

/** Documents have headings of their own, so a broken table of contents does no harm. */
function readContents(bytes: Uint8Array, path: string): XmlElement | undefined {
  try {
    return readXml(bytes, path, NAMESPACES);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function readPart(zip: ZipArchive, path: string): XmlElement {
  const bytes = zip.read(path);
  if (!bytes) throw new FormatError(`The EPUB has no ${path}.`, 'Save the file again.');
  return readXml(bytes, path, NAMESPACES);
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
