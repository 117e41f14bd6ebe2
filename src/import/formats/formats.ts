import type { Format, FormatInput } from './format.ts';
import { newsml } from './agencies/newsml-g2.ts';
import { ninjs } from './agencies/ninjs.ts';
import { nitf } from './agencies/nitf.ts';
import { docx } from './docx/docx.ts';
import { epub } from './epub/epub.ts';
import { blogger } from './exports/blogger.ts';
import { ghost } from './ghost/ghost.ts';
import { medium } from './exports/medium.ts';
import { substack } from './exports/substack.ts';
import { feed } from './feeds/feed.ts';
import { html } from './html/html.ts';
import { markdown } from './markdown/markdown.ts';
import { mhtml } from './mhtml/mhtml.ts';
import { odt } from './odt/odt.ts';
import { wordpress } from './wordpress/wordpress.ts';
import { zippedHtml } from './zipped-html/zipped-html.ts';
import { startOf } from './start-of.ts';

/** The formats that become a document tree. Plain text is everything else. */
export const FORMATS: readonly Format[] = [
  docx,
  odt,
  epub,
  markdown,
  wordpress,
  blogger,
  feed,
  ghost,
  substack,
  medium,
  // After the exports, which have pages in their archives, too.
  zippedHtml,
  ninjs,
  nitf,
  newsml,
  mhtml,
  html,
];

export const PLAIN_TEXT = {
  name: 'text',
  extensions: ['txt', 'text'],
} as const;

/** The extensions of files that are found in folders, without the dot. */
export const EXTENSIONS: readonly string[] = [PLAIN_TEXT, ...FORMATS].flatMap(
  ({ extensions }) => extensions,
);

/** Tells the format of a file by its content. `undefined` for plain text. */
export function detectFormat(input: FormatInput): Format | undefined {
  const start = startOf(input);
  return FORMATS.find((format) => format.matches(start, input));
}

/** The format with that name. `undefined` for plain text. */
export function formatNamed(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}
