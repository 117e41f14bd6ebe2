import { childOf, elementsOf, type XmlElement } from '../../containers/read-xml.ts';

/** Extensions that are understood here: the shapes, groups and pictures of Word. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15', 'w16', 'w16se', 'w16cid', 'w16cex', 'a14', 'pic14', 'am3d',
]); // prettier-ignore

/** The one of several versions of the same content that is to be read (ECMA-376, part 3). */
export function chosenAlternative(node: XmlElement): XmlElement | undefined {
  const choice = elementsOf(node).find(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes.Requires ?? '').split(/\s+/).every((prefix) => UNDERSTOOD.has(prefix)),
  );
  return choice ?? childOf(node, 'mc:Fallback') ?? childOf(node, 'mc:Choice');
}
