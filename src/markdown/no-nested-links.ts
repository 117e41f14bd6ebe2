import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Removes links from links, because a browser would end the outer link early. A footnote reference
 * splits the link around it. Of other inner links, only the content stays.
 *
 *     [said[^1] so](https://a.org/)  →  <a …>said</a><sup><a href="#fn-1" …>1</a></sup><a …> so</a>
 *     [![A port](https://b.org/p.jpg)](https://a.org/)  →  <a href="https://a.org/" …>A port</a>
 */
export function noNestedLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || !parent || index === undefined) return undefined;
      unwrapLinks(element);
      const pieces = splitLink(element, element.children);
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function unwrapLinks(outer: Element): void {
  visit(outer, 'element', (element, index, parent) => {
    if (element === outer || element.tagName !== 'a' || isReference(element)) return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...element.children);
    return index;
  });
}

/** Splits a link at the footnote references in it. */
function splitLink(link: Element, children: readonly ElementContent[]): ElementContent[] {
  const pieces: ElementContent[] = [];
  let run: ElementContent[] = [];
  const endRun = (): void => {
    // Readers cannot see a link that contains only white space.
    const isVisible = run.some((node) => node.type !== 'text' || node.value.trim() !== '');
    pieces.push(...(isVisible ? [{ ...link, children: run }] : run));
    run = [];
  };
  for (const child of children) {
    if (!containsReference(child)) {
      run.push(child);
      continue;
    }
    endRun();
    pieces.push(
      isReference(child) ? child : { ...child, children: splitLink(link, child.children) },
    );
  }
  endRun();
  return pieces;
}

function containsReference(node: ElementContent): node is Element {
  return node.type === 'element' && (isReference(node) || node.children.some(containsReference));
}

function isReference({ properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined;
}
