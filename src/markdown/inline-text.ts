import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { renderInline } from './render.ts';

/**
 * The words of a caption or credit, for where no markup can stand.
 *
 *     © Sputnik / <span lang="ru">Министерство</span>, *2023*  →  © Sputnik / Министерство, 2023
 */
export function inlineText(markdown: string): string {
  return toString(fromHtml(renderInline(markdown), { fragment: true }));
}
