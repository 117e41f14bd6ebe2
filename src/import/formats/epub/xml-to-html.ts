import type { XmlElement } from '../../containers/read-xml.ts';

/** Elements of HTML that have no end tag. */
const VOID = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr',
]); // prettier-ignore

/** Writes XHTML as HTML: `<a id="x"/>` is an empty link there, and one that never ends here. */
export function xmlToHtml(node: XmlElement | string): string {
  if (typeof node === 'string') return escape(node);
  const { name, children } = node;
  const attributes = Object.entries(withRole(node))
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('');
  if (VOID.has(name)) return `<${name}${attributes}>`;
  const isRaw = name === 'script' || name === 'style';
  const content = children
    .map((child) =>
      isRaw && typeof child === 'string'
        ? child.replaceAll('</', String.raw`<\/`)
        : xmlToHtml(child),
    )
    .join('');
  return `<${name}${attributes}>${content}</${name}>`;
}

/** Notes of EPUB have a type, which is a role in HTML. */
function withRole({ attributes }: XmlElement): Readonly<Record<string, string>> {
  const type = attributes['epub:type'] ?? '';
  const isNote = /\b(?:foot|end|rear)note\b/.test(type) && attributes.role === undefined;
  return isNote ? { ...attributes, role: 'doc-footnote' } : attributes;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
