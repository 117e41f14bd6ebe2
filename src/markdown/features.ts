/** What a Markdown text must contain for its features. It may contain it without having the feature. */
const FEATURES = {
  addresses: /https?:/i,
  comments: /\]:|\{[{/>#%]|%%/,
  // Not of footnotes.
  definitions: /\](?<!\[\^[^\s\]]{0,40}\]):/,
  footnotes: /\[\^/,
  // With `#`, or underlined.
  headings: /#|[-=][\t ]*$/m,
  links: /[<[]|https?:/i,
  // With a file extension.
  paths: /\]\([^\n<>"]{1,250}\.[a-z\d]{2,5}[\s)]/i,
  pictures: /!\[/,
  preformatted: /```|~~~|\t| {4}/,
  quotations: />/,
  // Tables with one column need no `|`.
  tables: /\||:-|-:/,
  tags: /</,
} as const;

export type Feature = keyof typeof FEATURES;

/** All features. */
export const ALL_FEATURES = Object.keys(FEATURES).join(' ');

/**
 * Returns the features that a text may have, separated by spaces. Those of a text with comments show
 * only when these are cut out: `- <!-- a -->` is the underline of a heading.
 */
export function featuresOf(markdown: string): string {
  if (markdown.includes('<!--')) return ALL_FEATURES;
  return Object.entries(FEATURES)
    .flatMap(([feature, needed]) => (needed.test(markdown) ? [feature] : []))
    .join(' ');
}
