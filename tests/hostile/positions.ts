/**
 * The positions in an article where hostile text can occur. The words around it must appear on the
 * page unchanged.
 */

/**
 * Writes Markdown with a vector in it: `vector` is on one line, `block` has its line breaks. Labels end
 * with `id`, so that a body can have several vectors.
 */
type Position = (vector: string, block: string, id: string) => string;

/**
 * The positions in a body that every vector is put into, in this order. A vector is also a block of its
 * own, which comes last: it may leave an element open, and all that follows would be inside it.
 */
export const BODY_POSITIONS: Readonly<Record<string, Position>> = {
  inline: (vector) => `before ${vector} after`,
  'link address': (vector) => `before [words](${vector}) after`,
  'link address in angle brackets': (vector) => `before [words](<${vector}>) after`,
  'link words': (vector) => `before [${vector}](https://example.org/) after`,
  'picture address in angle brackets': (vector) => `before ![words](<${vector}>) after`,
  'picture alternative text': (vector) => `before ![${vector}](./dot.gif) after`,
  autolink: (vector) => `before <${vector}> after`,
  'reference address': (vector, _, id) =>
    `before [words][address ${id}] after\n\n[address ${id}]: ${vector}`,
  'reference label': (vector) => `before [${vector}] after\n\n[${vector}]: https://example.org/`,
  'footnote text': (vector, _, id) => `before[^note-${id}] after\n\n[^note-${id}]: ${vector}`,
  'footnote label': (vector) => `before[^${vector}] after\n\n[^${vector}]: words`,
  'attribute in double quotes': (vector) => `before <span lang="${vector}">words</span> after`,
};

/** Positions that take the same code paths as others: each vector is put into a few of them. */
export const ROTATING_POSITIONS: Readonly<Record<string, Position>> = {
  'link query': (vector) => `before [words](<https://example.org/?${vector}>) after`,
  'mail address': (vector) => `before [words](<mailto:${vector}>) after`,
  'heading link': (vector) => `before [words](<#${vector}>) after`,
  'article link': (vector) => `before [words](<${vector}.md>) after`,
  'link title': (vector) => `before [words](https://example.org/ "${vector}") after`,
  'picture address': (vector) => `before ![words](${vector}) after`,
  'picture path': (vector) => `before ![words](<./${vector}.png>) after`,
  'picture title': (vector) => `before ![words](./dot.gif "${vector}") after`,
  'picture from elsewhere': (vector) => `before ![${vector}](https://example.org/a.png) after`,
  'gallery caption': (vector) => `![words](./dot.gif "${vector}")\n![${vector}](./dot.gif)`,
  'recording caption': (vector) => `![words](./tone.wav "${vector}")`,
  'recording name': (vector) => `![${vector}](./tone.wav)`,
  'recording path': (vector) => `![words](<./${vector}.mp3>)`,
  'figure caption': (vector) => `![words](./dot.gif "${vector}")`,
  'autolink path': (vector) => `before <https://example.org/${vector}> after`,
  'reference title': (vector, _, id) =>
    `before [words][title ${id}] after\n\n[title ${id}]: https://example.org/ "${vector}"`,
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

/** Each vector is put into one in thirteen of the rotating positions. */
export const ROTATION = 13;

/** The strings of front matter, as key paths. */
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
  'kicker',
  'keyPoints',
  'form',
  'corrections.text',
] as const;

export type FrontMatterPosition = (typeof FRONT_MATTER_POSITIONS)[number];
