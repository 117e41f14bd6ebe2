import fc from 'fast-check';

/** Text that looks like Markdown, HTML, YAML or Git syntax, or that is easily lost. */
// prettier-ignore
const PIECES = [
  // Markdown: blocks.
  '# ', '###### ', '#', '> ', '>', '- ', '-', '+ ', '* ', '1. ', '1) ', '12. ', '0.', '10)',
  '---', '***', '___', '* * *', '- - -', '===', '=', '--', '```', '~~~', '```js', '    ', '\t',
  // Markdown: inline.
  '*', '**', '***', '_', '__', '`', '``', '~', '~~', '[', ']', '](', ')', '![', '!', '\\',
  '\\\\', '*a*', '**b**', '_c_', 'a_b_c', '`d`', '[a](b)', '![a](b "c")', '[a][b]', '[a]', '\\*',
  '\\a', '[a]: http://b.c "d"', '[a]: b', '[^1]', '[^1]: note', '[^a b]: x', '~~gone~~',
  '<http://a.b>', 'Daesh*', 'al-Qaeda**', 'Taliban***', '<a@b.c>', '<1@b.c>', 'a@b.c', 'www.a.b',
  'HTTPS://X.Y/[a]', '|', '| a | b |', '|-|-|', '--|--', ':-', ':-:', '-:', 'a | b', '| - |',
  ':--|--:',
  // HTML.
  '<', '>', '<b>', '</b>', '<br>', '<br/>', '<span lang="ru">', '</span>', '<sub>', '</sub>',
  '<!--', '-->', '<!doctype html>', '<?php', '?>', '<![CDATA[', ']]>', '<script>', '</script>',
  '<p>', '</p>', '<div', '<a href="', '">', '<img src=x onerror=y>', '<ruby>a<rt>b</rt></ruby>',
  '&amp;', '&', '&lt;', '&#0;', '&#x41;', '&copy', '&copy;', '&#42;', '&notit;', '&nbsp;',
  // Git.
  '<<<<<<< HEAD', '<<<<<<<', '=======', '>>>>>>> x',
  // Front matter and YAML.
  'headline: x', 'a: b', ': ', ' #', '# x', '{', '}', '[x', '"', "'", '%', '@', '`x', '!tag',
  '&x', 'true', 'null', '~', '1984', '2023-09-19', '0x1F', '1e3', '...', '? ', '|-', '>-', '<<',
  '*x',
  // White space, and invisible characters.
  ' ', '  ', '\u00A0', '\u2003', '\u3000', '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E',
  '\u202E', '\u2066', '\u2069', '\uFEFF', '\u2028', '\u2029', '\u0085', '\u000B', '\u0001',
  // Words, marks, emoji, quotation marks.
  'a', 'word', 'The minister said.', 'Министр', 'وزير', '大臣', 'मंत्री', 'e\u0301', 'क्षि',
  '👩‍👩‍👧', '🇮🇷', '“', '”', '‘', '’', '…', '—', '©', '(c)', 'Photo: x', 'By Jane Doe',
  '__ASTRO_IMAGE_x', '\uFFFD',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);

const line = fc
  .array(piece, { maxLength: 8 })
  .map((pieces) => pieces.join('').replaceAll(/[\0\n\r\f]/g, ''));

const lineEnd = fc.oneof(
  { weight: 6, arbitrary: fc.constant('\n') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('\r\n', '\r', '\f', '\n\n', '\r\n\r\n', '\n \n', '\n\f'),
  },
);

/**
 * A hostile text. Without NUL, which is always refused. Most have a headline that front matter
 * accepts, so that most are imported.
 */
export const hostileText = fc
  .tuple(
    fc.constantFrom('', 'A headline\n', 'A headline\n\n', '\uFEFF “Headline”: *two* \r\n'),
    fc.array(fc.tuple(line, lineEnd), { minLength: 1, maxLength: 8 }),
  )
  .map(([headline, lines]) => headline + lines.flat().join(''));
