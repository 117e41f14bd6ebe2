import type { ElementContent, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { SKIP, visit } from 'unist-util-visit';
import { elementWithFate } from '../../document/source-document.ts';

/**
 * Renders Markdown as other tools do, with the HTML in it. Shortcodes of Hugo, Liquid and components
 * of MDX cannot be run: they are omitted, each with its source.
 */
export function bodyTree(markdown: string, isMdx: boolean): Root {
  const codes: string[] = [];
  const word = freeWord(markdown);
  const pattern = isMdx ? MDX : TEMPLATE_CODE;
  const source = markdown.replaceAll(pattern, (code) => `${word}${codes.push(code) - 1}x`);
  const html = micromark(source, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmFootnote(), gfmStrikethrough(), gfmTable()],
    htmlExtensions: [gfmFootnoteHtml(), gfmStrikethroughHtml(), gfmTableHtml()],
  });
  const tree = fromHtml(html, { fragment: true });
  if (codes.length > 0) restore(tree, new RegExp(`${word}(\\d+)x`, 'g'), codes);
  return tree;
}

const TEMPLATE_CODE =
  /\{\{[<%][\s\S]*?[>%]\}\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{:[^}\n]*\}|(?<=^#{1,6} .*)\{#[\w-]+\}(?=[\t ]*$)/gm;
const MDX = new RegExp(
  String.raw`^(?:import|export)\s.*$|</?[A-Z][\w.]*(?:\s[^<>]*)?>|\{[^{}\n]*\}|${TEMPLATE_CODE.source}`,
  'gm',
);

/** A word that the text does not have. */
function freeWord(text: string): string {
  for (let number = 0; ; number++) {
    const word = `xcode${number}n`;
    if (!text.includes(word)) return word;
  }
}

function restore(tree: Root, placeholder: RegExp, codes: readonly string[]): void {
  const codeOf = (_: string, number: string): string => codes[Number(number)] ?? '';
  visit(tree, (node, index, parent) => {
    if (node.type === 'comment') node.value = node.value.replaceAll(placeholder, codeOf);
    if (node.type === 'element') {
      for (const [name, value] of Object.entries(node.properties)) {
        if (typeof value === 'string')
          node.properties[name] = value.replaceAll(placeholder, codeOf);
      }
    }
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    if (parent.type === 'element' && parent.tagName === 'code') {
      node.value = node.value.replaceAll(placeholder, codeOf);
      return undefined;
    }
    const parts = split(node, placeholder, codes);
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function split({ value }: Text, placeholder: RegExp, codes: readonly string[]): ElementContent[] {
  return value.split(placeholder).flatMap((part, index): ElementContent[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
    const code: Text = { type: 'text', value: codes[Number(part)] ?? '' };
    // Attributes of a heading or a paragraph are not content.
    const omitted = /^\{[:#]/.test(code.value) ? 'code' : 'unsupported';
    return [elementWithFate({ omitted }, [code])];
  });
}
