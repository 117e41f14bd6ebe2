/**
 * The script in the head of an article: `reader.ts`, with what only articles have.
 */
import { control } from './control.ts';
import { listen } from './listen.ts';
import { linkToPassage } from './passage-link.ts';
import './reader.ts';
import { share } from './share.ts';

addEventListener('DOMContentLoaded', () => {
  const article = document.querySelector<HTMLElement>('main>article');
  // Browsers without popovers have no controls.
  if (!article || !control('settings')) return;
  share(control('share'));
  linkToPassage(article, control('passage'));
  listen(article);
});
