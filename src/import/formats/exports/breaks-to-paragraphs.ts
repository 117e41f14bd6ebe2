import type { Element, ElementContent, Root, RootContent } from 'hast';
import { BLOCKS } from '../../document/html-names.ts';
import { element } from '../../document/source-document.ts';

/** Makes paragraphs of text in which two or more `<br>` separate them, as Blogger writes it. */
export function breaksToParagraphs(tree: Root | Element): void {
  if (!hasBreaks(tree.children)) return;
  const children: (RootContent | ElementContent)[] = [];
  let inline: ElementContent[] = [];
  let breaks: Element[] = [];
  const flush = (): void => {
    if (inline.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      children.push(element('p', {}, inline));
    }
    inline = [];
    breaks = [];
  };
  for (const child of tree.children) {
    const isBreak = child.type === 'element' && child.tagName === 'br';
    if (isBreak) {
      breaks.push(child);
      continue;
    }
    if (child.type === 'text' && child.value.trim() === '' && breaks.length > 0) continue;
    if (breaks.length > 1) flush();
    else inline.push(...breaks);
    breaks = [];
    if (child.type === 'element' && BLOCKS.has(child.tagName)) {
      flush();
      if (child.tagName === 'div') breaksToParagraphs(child);
      children.push(child);
    } else if (child.type !== 'doctype') inline.push(child);
  }
  flush();
  tree.children = children;
}

function hasBreaks(nodes: readonly (RootContent | ElementContent)[]): boolean {
  return nodes.some(
    (node) =>
      node.type === 'element' &&
      (node.tagName === 'br' || (node.tagName === 'div' && hasBreaks(node.children))),
  );
}
