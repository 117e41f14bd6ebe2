/**
 * The places of an article in which a stranger's text can stand. A place of the body is one or more
 * lines of Markdown; the words around the vector must come through unharmed.
 */

/** Writes a vector into a body: on one line, and with its line breaks. */
type Position = (vector: string, block: string) => string;

/** The places of a body in which every vector stands, in their order. */
export const BODY_POSITIONS: Readonly<Record<string, Position>> = {
  inline: (vector) => `before ${vector} after`,
  'link address': (vector) => `before [words](${vector}) after`,
  'link address in angle brackets': (vector) => `before [words](<${vector}>) after`,
  'link words': (vector) => `before [${vector}](https://example.org/) after`,
  'picture address in angle brackets': (vector) => `before ![words](<${vector}>) after`,
  'picture alternative text': (vector) => `before ![${vector}](./dot.gif) after`,
  autolink: (vector) => `before <${vector}> after`,
  'reference address': (vector) => `before [words][address] after\n\n[address]: ${vector}`,
  'reference label': (vector) => `before [${vector}] after\n\n[${vector}]: https://example.org/`,
  'footnote text': (vector) => `before[^note] after\n\n[^note]: ${vector}`,
  'footnote label': (vector) => `before[^${vector}] after\n\n[^${vector}]: words`,
  'attribute in double quotes': (vector) => `before <span lang="${vector}">words</span> after`,
  // The last: what it opens and leaves open, everything after it would stand in.
  block: (_, block) => block,
};

/** More places of a body, in which vectors stand by turns: they lead through the same steps. */
export const POSITIONS_IN_TURN: Readonly<Record<string, Position>> = {
  'link query': (vector) => `before [words](<https://example.org/?${vector}>) after`,
  'mail address': (vector) => `before [words](<mailto:${vector}>) after`,
  'heading link': (vector) => `before [words](<#${vector}>) after`,
  'article link': (vector) => `before [words](<${vector}.md>) after`,
  'link title': (vector) => `before [words](https://example.org/ "${vector}") after`,
  'picture address': (vector) => `before ![words](${vector}) after`,
  'picture path': (vector) => `before ![words](<./${vector}.png>) after`,
  'picture title': (vector) => `before ![words](./dot.gif "${vector}") after`,
  'picture from elsewhere': (vector) => `before ![${vector}](https://example.org/a.png) after`,
  'figure caption': (vector) => `![words](./dot.gif "${vector}")`,
  'autolink path': (vector) => `before <https://example.org/${vector}> after`,
  'reference title': (vector) =>
    `before [words][title] after\n\n[title]: https://example.org/ "${vector}"`,
  heading: (vector) => `## ${vector}`,
  'table cell': (vector) => `| head | ${vector} |\n| - | - |\n| ${vector} | words |`,
  'list item': (vector) => `- ${vector}`,
  quotation: (vector) => `> ${vector}`,
  emphasis: (vector) => `before **${vector}** after`,
  code: (vector) => `before \`\` ${vector} \`\` after`,
  'inline tag': (vector) => `before <mark>${vector}</mark> after`,
  'attribute in single quotes': (vector) => `before <abbr title='${vector}'>words</abbr> after`,
  'attribute without quotes': (vector) => `before <time datetime=${vector}>words</time> after`,
  'code block': (_, block) => `~~~~~~~~ ${block.split('\n')[0] ?? ''}\n${block}\n~~~~~~~~`,
};

/** Every vector stands in one in so many of them. */
export const TURNS = 11;

/** The strings of front matter, by the path of their keys. */
export const FRONT_MATTER_POSITIONS = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'published',
  'updated',
  'language',
  'topics',
  'image.file',
  'image.alt',
  'image.caption',
  'image.credit',
  'source.name',
  'source.url',
] as const;

export type FrontMatterPosition = (typeof FRONT_MATTER_POSITIONS)[number];
