import type { XmlNode } from './stream-xml.ts';

/** Elements of HTML without an end tag. */
const VOID = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'source',
  'track',
  'wbr',
]);

/**
 * Writes elements of XML as HTML, which the HTML parser can read. XHTML and NITF write `<p/>`, which
 * HTML does not understand.
 * @param rename returns the element to write instead of one
 */
export function xmlToHtml(
  nodes: readonly (XmlNode | string)[],
  rename: (element: XmlNode) => XmlNode = (element) => element,
): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeHtml(node);
      const { name, attributes, children } = rename(node);
      const written = Object.entries(attributes)
        .map(([key, value]) => ` ${key.replace('xml:', '')}="${escapeHtml(value)}"`)
        .join('');
      const inner = xmlToHtml(children, rename);
      return VOID.has(name)
        ? `<${name}${written}>${inner}`
        : `<${name}${written}>${inner}</${name}>`;
    })
    .join('');
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
