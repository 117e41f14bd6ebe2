import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Gives footnotes DPUB-ARIA roles (https://www.w3.org/TR/dpub-aria-1.1/) instead of the classes and
 * the heading of remark-rehype, and writes their numbers in the digits of the language.
 *
 *     <a href="#fn-1" id="fnref-1" role="doc-noteref">1</a>
 *     <section role="doc-endnotes" aria-label="Footnotes"><ol><li id="fn-1">…
 */
export function footnoteRoles(options: {
  readonly label: string;
  readonly formatNumber: (number: number) => string;
}) {
  const { label, formatNumber } = options;
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { dataFootnotes, dataFootnoteRef, dataFootnoteBackref, ...others } = element.properties;
      // Styles use the role, and the describing heading is removed below.
      const properties = { ...others, className: undefined, ariaDescribedBy: undefined };
      if (dataFootnotes !== undefined) {
        element.properties = { role: 'doc-endnotes', ariaLabel: label };
        element.children = element.children.filter((child) => isElement(child, 'ol'));
      } else if (dataFootnoteRef !== undefined) {
        element.properties = { ...properties, role: 'doc-noteref' };
        for (const child of element.children) {
          if (child.type === 'text') child.value = formatNumber(Number(child.value));
        }
      } else if (dataFootnoteBackref !== undefined) {
        element.properties = { ...properties, role: 'doc-backlink' };
      }
    });
  };
}

function isElement(node: Element['children'][number], tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName;
}
