import type { Element } from 'hast';
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { INLINE_TAGS } from '../../markdown/sanitize-schema.ts';
import type { ConversionContext } from './conversion-context.ts';
import type { Block } from './to-blocks.ts';

/**
 * Marks the text of blocks in another language, or in another direction. Markdown has no notation for
 * it, so their content gets a tag: `<span lang="ru">…</span>`.
 */
export function inLanguage(node: Element, blocks: Block[], context: ConversionContext): Block[] {
  const attributes = languageAttributes(node, context);
  if (attributes === '') return blocks;
  for (const block of blocks) wrap(block, attributes);
  return blocks;
}

/** The attributes `lang` and `dir`, as they are written in a tag. Empty if they say nothing new. */
export function languageAttributes(
  { tagName, properties }: Element,
  { language, isRightToLeft }: Pick<ConversionContext, 'language' | 'isRightToLeft'>,
): string {
  if (tagName === 'html' || tagName === 'body') return '';
  const { lang, dir } = properties;
  const isOther = typeof lang === 'string' && lang.toLowerCase() !== language.toLowerCase();
  const isTurned =
    dir === 'auto' || (dir === 'rtl' && !isRightToLeft) || (dir === 'ltr' && isRightToLeft);
  return [
    isOther && INLINE_TAGS.span?.lang?.test(lang) ? ` lang="${lang}"` : '',
    isTurned ? ` dir="${dir}"` : '',
  ].join('');
}

function wrap(node: Nodes, attributes: string): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (node.children.length === 0 || node.children.every(({ type }) => type === 'image')) return;
    const open: PhrasingContent = { type: 'html', value: `<span${attributes}>` };
    const close: PhrasingContent = { type: 'html', value: '</span>' };
    node.children = [open, ...node.children, close];
  } else if ('children' in node) {
    const { children }: Parents = node;
    for (const child of children) wrap(child, attributes);
  }
}
