/**
 * The one client script. It stands in the head of every page: the reader's preferences are in place
 * before the first paint; all else waits for the document. Pages are whole without it, and the
 * controls that need it are in templates, so that without it there are none.
 */
import { control } from './control.ts';
import { openFootnotes } from './footnotes.ts';
import { listen } from './listen.ts';
import { linkToPassage } from './passage-link.ts';
import { connectPanel, restorePreferences } from './preferences.ts';
import { root } from './root.ts';
import { share } from './share.ts';

restorePreferences();
// Shown again from the back-forward cache, or changed on another page of the publication.
window.onpageshow = window.onstorage = restorePreferences;

new MutationObserver(placeControls).observe(root, { childList: true, subtree: true });

addEventListener('DOMContentLoaded', () => {
  const settings = control('settings');
  // Neither a browser without popovers has any, nor the page for addresses that lead nowhere.
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
 * Puts the controls into the page while it comes, so that the first frame has those that are in it.
 * A template is whole when something follows what it stands in.
 */
function placeControls(): void {
  const templates = ':not(:last-child)>template';
  for (const template of document.querySelectorAll<HTMLTemplateElement>(templates)) {
    // A browser without popovers would show the panels as parts of the page.
    if ('popover' in template) template.replaceWith(template.content);
  }
}
