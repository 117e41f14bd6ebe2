import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Moves the content of templates into the tree, where the ledger finds it. A declarative shadow root,
 * which SingleFile writes, becomes a `<div>`, because a browser shows it.
 */
export function openTemplates(tree: Root): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'template' || !node.content) return;
    node.children = node.content.children.filter((child) => child.type !== 'doctype');
    delete node.content;
    const isShadowRoot = SHADOW_ROOT_ATTRIBUTES.some((name) => node.properties[name] !== undefined);
    if (isShadowRoot) node.tagName = 'div';
  });
}

/** As in HTML, and as in older versions of SingleFile. */
const SHADOW_ROOT_ATTRIBUTES = ['shadowRootMode', 'shadowrootmode', 'shadowRoot', 'shadowroot'];
