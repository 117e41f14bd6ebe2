/** Removes byte order marks. The parser skips the first without counting it, so offsets would be wrong. */
export function withoutMarks(markdown: string): string {
  return markdown.replace(/^\uFEFF+/, '');
}
