import type { Format, FormatInput } from './format.ts';
import { docx } from './docx/docx.ts';
import { epub } from './epub/epub.ts';
import { html } from './html/html.ts';
import { markdown } from './markdown/markdown.ts';
import { odt } from './odt/odt.ts';
import { zippedHtml } from './zipped-html/zipped-html.ts';

/** The formats that become a document tree. Plain text is everything else. */
export const FORMATS: readonly Format[] = [docx, odt, epub, zippedHtml, markdown, html];

export const PLAIN_TEXT = {
  name: 'text',
  extensions: ['txt', 'text'],
} as const;

/** The extensions of files that are found in folders, without the dot. */
export const EXTENSIONS: readonly string[] = [PLAIN_TEXT, ...FORMATS].flatMap(
  ({ extensions }) => extensions,
);

/** In bytes. Enough to tell all formats. */
const START_LENGTH = 4096;

/** Tells the format of a file by its content. `undefined` for plain text. */
export function detectFormat(input: FormatInput): Format | undefined {
  const { buffer, byteOffset, length } = input.bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(length, START_LENGTH)).toString('latin1');
  return FORMATS.find((format) => format.matches(start.replace(/^\u00EF\u00BB\u00BF/, ''), input));
}

/** The format with that name. `undefined` for plain text. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}
