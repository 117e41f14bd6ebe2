/** The namespaces of formats, by the prefix that is used for them here. */
const NAMESPACES: readonly (readonly [string, string])[] = [
  ['', 'http://www.w3.org/2005/Atom'],
  ['', 'http://purl.org/atom/ns#'],
  ['', 'http://purl.org/rss/1.0/'],
  ['', 'http://iptc.org/std/nar/2006-10-01/'],
  ['', 'http://iptc.org/std/NITF/2006-10-18/'],
  ['', 'http://www.w3.org/1999/xhtml'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['media', 'http://search.yahoo.com/mrss/'],
  ['app', 'http://www.w3.org/2007/app'],
  ['app', 'http://purl.org/atom/app#'],
  ['thr', 'http://purl.org/syndication/thread/1.0'],
  ['blogger', 'http://schemas.google.com/blogger/2018'],
];

const PREFIXES: ReadonlyMap<string, string> = new Map(
  NAMESPACES.map(([prefix, uri]) => [uri, prefix]),
);

/** The name of an element with the prefix that its specification uses, whatever the file declares. */
export function canonicalName(uri: string, local: string, prefix: string): string {
  const known =
    PREFIXES.get(uri) ??
    (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/(?:excerpt\/)?$/.test(uri)
      ? uri.endsWith('excerpt/')
        ? 'excerpt'
        : 'wp'
      : prefix);
  return known === '' ? local : `${known}:${local}`;
}
