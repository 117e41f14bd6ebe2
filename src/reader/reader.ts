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
import { share } from './share.ts';

restorePreferences();
// Shown again from the back-forward cache, or changed on another page of the publication.
addEventListener('pageshow', restorePreferences);
addEventListener('storage', restorePreferences);

addEventListener('DOMContentLoaded', () => {
  for (const template of document.querySelectorAll('template')) {
    // A browser without popovers would show the panels as parts of the page.
    if (!('popover' in template)) return;
    template.replaceWith(template.content);
  }
  // The page for addresses that lead nowhere has no masthead, and no panel in it.
  const settings = control('settings');
  if (settings) connectPanel(settings);
  const article = document.querySelector<HTMLElement>('main > article');
  if (!article) return;
  openFootnotes(article, control('note'));
  share(control('share'));
  linkToPassage(article, control('passage'));
  listen(article);
});
