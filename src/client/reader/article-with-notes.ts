/**
 * The script in the head of an article with footnotes: `article.ts`, with what opens them.
 */
import './article.ts';
import { control } from './control.ts';
import { openFootnotes } from './footnotes.ts';

addEventListener('DOMContentLoaded', () => {
  const article = document.querySelector<HTMLElement>('main>article');
  // Browsers without popovers have no controls.
  if (article && control('settings')) openFootnotes(article, control('note'));
});
