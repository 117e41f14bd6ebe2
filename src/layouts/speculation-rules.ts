/**
 * Lets the browser prerender a page when the reader points at a link to it
 * (https://wicg.github.io/nav-speculation/speculation-rules.html). The pattern is relative to the
 * page: only pages of the same host match, without links to their sections and notes. The text is
 * the same on every page, so the policy needs a single hash.
 */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { href_matches: '/*.html#' }, eagerness: 'moderate' }],
});
