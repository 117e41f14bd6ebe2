/**
 * The script in the head of every page, for articles as part of `article.ts`. Applies the reader's choices before the first paint, and
 * sets up everything else when the document is ready. Pages work without it: the controls that need
 * it are in templates.
 */
import { registerServiceWorker } from '../offline/register-service-worker.ts';
import { control } from './control.ts';
import { connectPanel, restorePreferences } from './preferences.ts';
import { root } from './root.ts';

restorePreferences();
// When the page comes back from the back/forward cache, or another page changes the choices.
window.onpageshow = window.onstorage = restorePreferences;

registerServiceWorker(document.currentScript?.dataset.worker);

new MutationObserver(placeControls).observe(root, { childList: true, subtree: true });

addEventListener('DOMContentLoaded', () => {
  const settings = control('settings');
  // Missing in browsers without popovers.
  if (settings) connectPanel(settings);
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
