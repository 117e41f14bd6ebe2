import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Takes links out of links, which HTML does not allow: a browser would end the outer one early.
 * The call of a footnote divides the link that it stands in; any other link gives way to it.
 *
 *     [said[^1] so](https://a.org/)  →  <a …>said</a><sup><a href="#fn-1" …>1</a></sup><a …> so</a>
 *     [![A port](https://b.org/p.jpg)](https://a.org/)  →  <a href="https://a.org/" …>A port</a>
 */
export function noNestedLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || !parent || index === undefined) return undefined;
      unwrapLinks(element);
      const pieces = divide(element, element.children);
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function unwrapLinks(outer: Element): void {
  visit(outer, 'element', (element, index, parent) => {
    if (element === outer || element.tagName !== 'a' || isCall(element)) return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...element.children);
    return index;
  });
}

/** The children of a link, each run of them in a link of its own, the calls between. */
function divide(link: Element, children: readonly ElementContent[]): ElementContent[] {
  const pieces: ElementContent[] = [];
  let run: ElementContent[] = [];
  const endRun = (): void => {
    // A link of white space alone could be followed, but not seen.
    const words = run.some((node) => node.type !== 'text' || node.value.trim() !== '');
    pieces.push(...(words ? [{ ...link, children: run }] : run));
    run = [];
  };
  for (const child of children) {
    if (!holdsCall(child)) {
      run.push(child);
      continue;
    }
    endRun();
    pieces.push(isCall(child) ? child : { ...child, children: divide(link, child.children) });
  }
  endRun();
  return pieces;
}

function holdsCall(node: ElementContent): node is Element {
  return node.type === 'element' && (isCall(node) || node.children.some(holdsCall));
}

function isCall({ properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined;
}
