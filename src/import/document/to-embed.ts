import type { Element } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { ConversionContext } from './conversion-context.ts';
import { markFate } from './fate.ts';
import { isShown } from './tree.ts';

/** The text that an embed becomes: its title, or its address. */
export function embedText({ properties }: Element, url: string): string {
  const { title } = properties;
  return typeof title === 'string' && title.trim() !== '' ? title : url;
}

/** A video, a sound or a frame becomes a link to it, which loads nothing. */
export function toEmbed(node: Element, context: ConversionContext): PhrasingContent[] {
  const url = embedAddress(node, context);
  // What browsers show that cannot show the embed.
  for (const child of node.children) {
    if ((child.type === 'element' || child.type === 'text') && isShown(child)) {
      markFate(child, { omitted: 'hidden' });
    }
  }
  if (url === undefined || node.properties.srcDoc !== undefined) return [];
  const { ledger } = context;
  ledger.keep(node, 'embed');
  if (embedText(node, url) === node.properties.title) ledger.keep(node, 'title');
  return [{ type: 'link', url, children: [{ type: 'text', value: embedText(node, url) }] }];
}

/** The address of an embed, or of the first of its sources that a site can link to. */
export function embedAddress(
  node: Element,
  { resolveLink }: ConversionContext,
): string | undefined {
  const sources = [node, ...node.children.filter((child) => child.type === 'element')];
  for (const { properties } of sources) {
    const address = properties.src ?? properties.data;
    const url = typeof address === 'string' ? resolveLink(address) : undefined;
    if (url !== undefined && /^https?:/i.test(url)) return url;
  }
  return undefined;
}
