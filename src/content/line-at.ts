/** The line that an offset of a text is on, counted from 1. CRLF, LF and CR end a line. */
export function lineAt(text: string, offset = text.length): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
