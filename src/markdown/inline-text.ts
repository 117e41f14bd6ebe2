import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { renderInline } from './render.ts';

/**
 * Returns the text of a caption or credit, for places without markup.
 *
 *     © Sputnik / <span lang="ru">Министерство</span>, *2023*  →  © Sputnik / Министерство, 2023
 */
export function inlineText(markdown: string): string {
  return toString(fromHtml(renderInline(markdown), { fragment: true }));
}
