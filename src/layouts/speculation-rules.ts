/**
 * Lets the browser prerender a page when the reader points at a link to it
 * (https://wicg.github.io/nav-speculation/speculation-rules.html). External links are excluded: they
 * have `rel="noopener"`. The text is the same on every page, so the policy needs a single hash.
 */
export const speculationRules = JSON.stringify({
  prerender: [
    { where: { selector_matches: "a[href$='.html']:not([rel~=noopener])" }, eagerness: 'moderate' },
  ],
});
