/**
 * Speculation rules (https://wicg.github.io/nav-speculation/speculation-rules.html): a browser that
 * knows them prepares the page behind a link when the reader points at it. Only pages of this site:
 * links that leave it carry a `rel`. The same text on every page, so that one hash allows it.
 */
export const speculationRules = JSON.stringify({
  prerender: [
    { where: { selector_matches: "a[href$='.html']:not([rel~=noopener])" }, eagerness: 'moderate' },
  ],
});
