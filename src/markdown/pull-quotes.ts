import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Marks pull quotes: quotations of a single paragraph that is entirely strong.
 *
 *     > **It is kept all the same.**
 *     →  <blockquote data-pull-quote><p><strong>It is kept all the same.</strong></p></blockquote>
 */
export function pullQuotes() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'p') return SKIP;
      if (element.tagName !== 'blockquote') return undefined;
      const paragraph = onlyElement(element.children, 'p');
      if (paragraph && onlyElement(paragraph.children, 'strong')) {
        element.properties.dataPullQuote = '';
      }
      return undefined;
    });
  };
}

/** The element with that name, if it has no siblings except white space. */
function onlyElement(nodes: readonly ElementContent[], tagName: string): Element | undefined {
  const [node, ...others] = nodes.filter((one) => one.type !== 'text' || one.value.trim() !== '');
  return others.length === 0 && node?.type === 'element' && node.tagName === tagName
    ? node
    : undefined;
}
