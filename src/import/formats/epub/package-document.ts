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
  const spine = descendantsOf(root, 'itemref').flatMap(({ attributes }): SpineItem[] => {
    const item = items.get(attributes.idref ?? '');
    if (item?.href === undefined) return [];
    const isNavigation = /\bnav\b/.test(item.properties ?? '');
    return [{ path: posix.join(folder, decode(item.href)), isNavigation }];
  });
  const metadata = childOf(root, 'metadata');
  return {
    spine,
    metadata: (metadata ? elementsOf(metadata) : [])
      .filter(({ name }) => name.startsWith('dc:'))
      .map((child) => ({ name: child.name.slice('dc:'.length), value: textOf(child).trim() }))
      .filter(({ value }) => value !== ''),
  };
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
