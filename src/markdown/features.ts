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
  paths: /\]\(/,
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

/** Returns the features that a text may have, separated by spaces. */
export function featuresOf(markdown: string): string {
  return Object.entries(FEATURES)
    .flatMap(([feature, needed]) => (needed.test(markdown) ? [feature] : []))
    .join(' ');
}
