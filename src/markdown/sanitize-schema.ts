import type { Options as Schema } from 'rehype-sanitize';

const LANGUAGE = /^[A-Z]{2,3}(?:-[A-Z\d]{1,8})*$/i;
const DIRECTION = /^(?:ltr|rtl|auto)$/;
/** Where words are in another language, and which way they run. */
const inLanguage = { lang: LANGUAGE, dir: DIRECTION };

/**
 * The tags that an article may use, because Markdown has no notation for what they say, each with
 * its attributes (by their names in hast) and the values that these may have. None can load, link,
 * run, submit, or look like a part of the page around the article.
 */
export const INLINE_TAGS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  abbr: { title: /^[^\u0000-\u0009\u000B-\u001F\u007F]*$/, ...inLanguage },
  bdi: inLanguage,
  br: {},
  cite: inLanguage,
  mark: {},
  q: inLanguage,
  rp: {},
  rt: {},
  ruby: inLanguage,
  small: {},
  span: inLanguage,
  sub: {},
  sup: {},
  // Dates, times, weeks and durations: https://html.spec.whatwg.org/#the-time-element
  time: { dateTime: /^[\d:.TWZPYMDHS+\- ]+$/i },
};

/**
 * What an article's HTML may hold: the last word on it, and so short that it can be read.
 * Everything that is not named here loses its tag or its attribute; its text always stays. Pictures
 * are not in it: they are gaps in the text by now (see `pictures.ts`).
 *
 * The defaults of hast-util-sanitize follow GitHub and allow more: `class` values, form controls,
 * `id` with a prefix that breaks footnotes. So this one starts from nothing.
 */
export const sanitizeSchema: Schema = {
  tagNames: [
    ...Object.keys(INLINE_TAGS),
    // Markdown's own blocks. No h1: that is the headline.
    ...['blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'ul'],
    // Markdown's own inline elements, and GFM's deletion.
    ...['a', 'code', 'del', 'em', 'strong'],
    // GFM tables.
    ...['table', 'tbody', 'td', 'th', 'thead', 'tr'],
    // A picture with its caption; the footnotes at the end.
    ...['figcaption', 'figure', 'section'],
  ],
  attributes: {
    ...Object.fromEntries(
      Object.entries(INLINE_TAGS).map(([tag, attributes]) => [tag, Object.entries(attributes)]),
    ),
    a: [
      'href',
      'title',
      ['rel', 'noopener', 'noreferrer'],
      // What a footnote's two links need: an anchor, a name for screen readers, and their role.
      ['id', /^fnref-\d+(?:-\d+)?$/],
      ['role', 'doc-noteref', 'doc-backlink'],
      'ariaLabel',
    ],
    // Anchors of headings begin with a prefix: `## main` must not shadow an id of the page.
    ...Object.fromEntries(
      ['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, [['id', /^section-./]]]),
    ),
    blockquote: [['dataPullQuote', '']],
    li: [['id', /^fn-\d+$/]],
    ol: ['start'],
    // Both scroll on their own where the page is narrow, for the keyboard too.
    pre: [['tabIndex', 0]],
    table: [['tabIndex', 0]],
    section: [['role', 'doc-endnotes'], 'ariaLabel'],
    // The column's alignment, from the colons of a GFM table.
    td: [['dataAlign', 'left', 'right', 'center']],
    th: [
      ['dataAlign', 'left', 'right', 'center'],
      ['scope', 'col'],
    ],
  },
  // A second wall: addresses are checked one by one in `links.ts`.
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    figcaption: ['figure'],
    li: ['ol', 'ul'],
    rp: ['ruby'],
    rt: ['ruby'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  // No prefix: ids are allowed by pattern above, and renaming them here would break their links.
  clobber: [],
  // What is not set here, hast-util-sanitize takes from its defaults: these would drop the text of
  // a script, and add attributes to form controls.
  strip: [],
  required: {},
};
