import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Writes the styles of classes into their elements, where the conversion finds what is bold, italic
 * or hidden. Programs that write documents use no other selectors for these.
 */
export function inlineClassStyles(tree: Root, css: string): void {
  const rules = classRules(css);
  visit(tree, 'element', (node) => {
    const styles = classesOf(node).flatMap((name) => rules.get(name) ?? []);
    if (styles.length === 0) return;
    const { style } = node.properties;
    node.properties.style = [...styles, ...(typeof style === 'string' ? [style] : [])].join(';');
  });
}

/** The text of the `<style>` elements. */
export function styleSheetOf(tree: Root): string {
  let css = '';
  visit(tree, 'element', ({ tagName, children }) => {
    if (tagName !== 'style') return;
    css += children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  });
  return css;
}

export function classesOf({ properties }: Element): string[] {
  return (Array.isArray(properties.className) ? properties.className : []).map(String);
}

/** The declarations of each class that is alone in its selector: `.c1{font-weight:700}` */
function classRules(css: string): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const { selector, declarations } of topLevelRules(withoutComments(css))) {
    const name = /^(?:span)?\.([\w-]+)$/.exec(selector)?.[1];
    if (name !== undefined) rules.set(name, [...(rules.get(name) ?? []), declarations]);
  }
  return rules;
}

/** The rules outside `@media` and the like. */
function topLevelRules(css: string): { selector: string; declarations: string }[] {
  const rules: { selector: string; declarations: string }[] = [];
  let depth = 0;
  let start = 0;
  let selector = '';
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '{' && depth++ === 0) {
      // Rules without a block, such as `@import`, end before.
      selector = css.slice(start, at).split(';').at(-1)?.trim() ?? '';
      start = at + 1;
    } else if (sign === '}' && depth > 0 && --depth === 0) {
      if (!selector.startsWith('@')) rules.push({ selector, declarations: css.slice(start, at) });
      start = at + 1;
    }
  }
  return rules;
}

function withoutComments(css: string): string {
  return css
    .split('*/')
    .map((part) => part.split('/*', 1)[0])
    .join(' ');
}
