/**
 * The script in the head of every page. Applies the reader's choices before the first paint, and
 * sets up everything else when the document is ready. Pages work without it: the controls that need
 * it are in templates.
 */
import { control } from './control.ts';
import { openFootnotes } from './footnotes.ts';
import { listen } from './listen.ts';
import { linkToPassage } from './passage-link.ts';
import { connectPanel, restorePreferences } from './preferences.ts';
import { root } from './root.ts';
import { share } from './share.ts';

restorePreferences();
// When the page comes back from the back/forward cache, or another page changes the choices.
window.onpageshow = window.onstorage = restorePreferences;

new MutationObserver(placeControls).observe(root, { childList: true, subtree: true });

addEventListener('DOMContentLoaded', () => {
  const settings = control('settings');
  // Missing on the 404 page, and in browsers without popovers.
  if (!settings) return;
  connectPanel(settings);
  const article = document.querySelector<HTMLElement>('main>article');
  if (!article) return;
  openFootnotes(article, control('note'));
  share(control('share'));
  linkToPassage(article, control('passage'));
  listen(article);
});

/**
 * Takes controls out of their templates while the page loads, so that the first paint has them. A
 * template is complete when its parent has a next sibling.
 */
function placeControls(): void {
  const templates = ':not(:last-child)>template';
  for (const template of document.querySelectorAll<HTMLTemplateElement>(templates)) {
    // Browsers without popovers would show their content as part of the page.
    if ('popover' in template) template.replaceWith(template.content);
  }
}
