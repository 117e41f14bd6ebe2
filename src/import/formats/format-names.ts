/** The formats, for `--from` and `--formats`. Apart from their readers, which take time to load. */
export const FORMAT_DESCRIPTIONS = {
  text: 'Plain text: a headline, and paragraphs below',
  markdown: 'Markdown, with front matter of Hugo, Jekyll, Eleventy, Astro or Ghost',
  feed: 'RSS, Atom or JSON Feed with whole articles',
  wordpress: 'An export of WordPress (WXR)',
  ghost: 'An export of Ghost (JSON)',
  blogger: 'An export of Blogger (Atom)',
  substack: 'An export of Substack: the ZIP archive, or posts.csv with posts/ beside it',
  medium: 'An export of Medium: the ZIP archive, or a file of it',
  ninjs: 'News in JSON of an agency (ninjs 1 to 3)',
  nitf: 'News of an agency (NITF)',
  newsml: 'News of an agency (NewsML-G2)',
  mhtml: 'A web page, saved by a browser as one file (MHTML)',
  html: 'A web page, saved by a browser or SingleFile, or a fragment of HTML',
  docx: 'A Word document (.docx), also of Google Docs and LibreOffice',
  odt: 'An OpenDocument text (.odt, .fodt)',
  epub: 'An EPUB: each document of it is an article',
  zip: 'A web page in a ZIP archive, as Google Docs saves it',
} as const;

export type FormatName = keyof typeof FORMAT_DESCRIPTIONS;

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMAT_DESCRIPTIONS);
