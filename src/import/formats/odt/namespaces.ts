import type { Namespaces } from '../../containers/xml-names.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

/** The prefixes of the OpenDocument specification. */
export const NAMESPACES: Namespaces = {
  ...Object.fromEntries(
    ['office', 'text', 'style', 'table', 'meta', 'form', 'manifest', 'chart', 'presentation'].map(
      (name) => [`${OASIS}:${name}:1.0`, name],
    ),
  ),
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}:svg-compatible:1.0`]: 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};
