/** The line endings of Markdown and YAML. */
export const LINE_BREAK = /\r\n|\n|\r/;

/** Returns the line of an offset in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(LINE_BREAK).length;
}
