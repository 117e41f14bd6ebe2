import type { Options as Schema } from 'rehype-sanitize';

const LANGUAGE = /^[A-Z]{2,3}(?:-[A-Z\d]{1,8})*$/i;
const DIRECTION = /^(?:ltr|rtl|auto)$/;
/** Attributes for text in another language. */
const inLanguage = { lang: LANGUAGE, dir: DIRECTION };

/**
 * The tags that articles can use, with their attributes (as hast properties) and patterns of the
 * allowed values: those that Markdown has no syntax for, and those of text pasted from other programs.
 * None of them can load, run, submit, or look like a part of the page around the article.
 */
export const INLINE_TAGS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  // `links` checks the address. Websites add `target` and `rel`, which are ignored.
  a: { href: /./s, target: /^_\w+$/, rel: /^[a-z ]*$/i },
  abbr: { title: /^[^\u0000-\u0009\u000B-\u001F\u007F]*$/, ...inLanguage },
  b: {},
  bdi: inLanguage,
  br: {},
  cite: inLanguage,
  code: {},
  em: {},
  i: {},
  kbd: {},
  mark: {},
  q: inLanguage,
  rp: {},
  rt: {},
  ruby: inLanguage,
  s: {},
  small: {},
  span: inLanguage,
  strong: {},
  sub: {},
  sup: {},
  // Dates, times and durations: https://html.spec.whatwg.org/#the-time-element
  time: { dateTime: /^[\d:.TWZPYMDHS+\- ]+$/i },
  u: {},
};

/**
 * The HTML that articles can contain. `rehype-sanitize` removes all other tags and attributes, and
 * keeps their text. Pictures are not listed, because they are gaps at that point (see `pictures`).
 *
 * This does not extend the default schema, which allows more: `class` values, form controls, and
 * ids with a prefix that breaks footnotes.
 */
export const sanitizeSchema: Schema = {
  tagNames: [
    ...Object.keys(INLINE_TAGS),
    // Blocks of Markdown. No h1, which is the headline.
    ...['blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'ul'],
    // Inline elements of Markdown and GFM that are not among the inline tags.
    'del',
    // GFM tables.
    ...['table', 'tbody', 'td', 'th', 'thead', 'tr'],
    // Figures, galleries and footnotes.
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
      // Links of footnotes: their anchor, their role, and their name for screen readers.
      ['id', /^fnref-\d+(?:-\d+)?$/],
      ['role', 'doc-noteref', 'doc-backlink'],
      'ariaLabel',
    ],
    // With the prefix, `## main` does not conflict with an id of the page.
    ...Object.fromEntries(
      ['h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, [['id', /^section-./]]]),
    ),
    blockquote: [['dataPullQuote', '']],
    figure: [['dataRecording', '']],
    li: [['id', /^fn-\d+$/]],
    ol: ['start'],
    p: [['dataLinkCard', '']],
    // See `keyboardScrolling`.
    pre: [['tabIndex', 0]],
    table: [['tabIndex', 0]],
    section: [['role', 'doc-endnotes'], 'ariaLabel', ['dataGallery', '']],
    // The alignment of a column, from the colons of a GFM table.
    td: [['dataAlign', 'left', 'right', 'center']],
    th: [
      ['dataAlign', 'left', 'right', 'center'],
      ['scope', 'col'],
    ],
  },
  // `links` is stricter. This is a second check.
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
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
  // No prefix for ids, which would break links to them. The patterns above make them safe.
  clobber: [],
  // Replace defaults that would remove the text of scripts and add attributes to form controls.
  strip: [],
  required: {},
};
