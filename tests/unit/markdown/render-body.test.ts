import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts';

function parse(html: string) {
  return fromHtml(html, { fragment: true });
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Lists everything in HTML that articles cannot contain. */
function violations(html: string): string[] {
  const found: string[] = [];
  visit(parse(html), (node) => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type !== 'element') return;
    if (!sanitizeSchema.tagNames?.includes(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (!KNOWN_ATTRIBUTES.has(name)) found.push(`${name} of <${node.tagName}>`);
      if (
        name === 'href' &&
        !/^(?:https?:\/\/|mailto:|tel:|#|\.\.\/|[^/:\\]+\.\w)/.test(String(value))
      ) {
        found.push(`href ${String(value)}`);
      }
    }
    if (node.tagName === 'a') {
      visit(node, 'element', (inner) => {
        if (inner !== node && inner.tagName === 'a') found.push('a link in a link');
      });
    }
  });
  return found;
}

const KNOWN_ATTRIBUTES = new Set(
  [
    'href',
    'title',
    'rel',
    'id',
    'role',
    'ariaLabel',
    'start',
    'tabIndex',
    'dataAlign',
    'dataLinkCard',
    'scope',
  ].concat(['lang', 'dir', 'dateTime']),
);

const HOSTILE = [
  ...['<script>', '</script>', '<script', '<!--', '-->', '<![CDATA[', ']]>', '<?', '<!DOCTYPE'],
  ...['<img src=x onerror=alert(1)>', '<a href=', '<svg/onload=x>', '<span lang="ru">', '</span>'],
  ...['<span onclick=x>', '<style>', '<textarea>', '<plaintext>', '<title>', '<q>', '</q>', '<br>'],
  ...['javascript:', '[a](javascript:b)', '[a](//b)', '[a](https://b.org)', '![a](./b.png)'],
  ...[
    '![a](https://b.org/c.png)',
    '[![a](https://b.org/c)](d.md)',
    '[^1]',
    '[^1]: ',
    '[^__proto__]',
  ],
  ...[
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '```',
    '---',
    '| a |',
    '| - |',
    '***',
    '~~',
    '`',
    '*',
  ],
  ...[
    '_',
    '[',
    ']',
    '(',
    ')',
    '\\',
    '&#0;',
    '&#x3C;',
    '&lt;',
    '\u2028',
    '\uFEFF',
    '\u202E',
    '\u0000',
  ],
  ...['{{', '}}', '{%', '${', '__ASTRO_IMAGE_', 'a<b:c>d', '[a]: b', '<a@b>', '<https://a.org>'],
  ...['\n', '\n\n', '\r\n', '\r', '\t', '  \n', '\\\n'],
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('word', 'Слово', '字', 'a', '“quoted”', 'b1', '٣') },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyText = fc
  .array(word, { maxLength: 30 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('')));

describe('for any body', () => {
  test('the HTML contains only what is allowed, as a browser parses it', () => {
    fc.assert(
      fc.property(anyText, (markdown) => {
        expect(violations(renderBody(markdown, 'en').html)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('a browser corrects nothing in the HTML', () => {
    fc.assert(
      fc.property(anyText, (markdown) => {
        // HTML parsers replace CR with LF, and drop NUL, the gap of a picture.
        const html = renderBody(markdown, 'en')
          .html.replaceAll(/\r\n?/g, '\n')
          .replaceAll('\0', '');
        expect(unified().use(rehypeStringify).stringify(parse(html))).toBe(html);
      }),
      { numRuns: 300 },
    );
  });
});

/** Characters without a meaning in Markdown anywhere in a line. */
const plainCharacter = fc
  .oneof(
    fc.constantFrom(...Array.from('aЯ字ש٣“”‘’«»—…©§\u00A0\u200B\u200F\u2028\u3000😀,;?"\'/%$@{}')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  .filter((character) => !/[\0\n\r\t \\`*_[\]()<>#+\-.!|&~:=\uFEFF]|^\d$/.test(character));
const plainParagraph = fc
  .array(fc.array(plainCharacter, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
  .map((words) => words.map((characters) => characters.join('')).join(' '));

test('paragraphs without Markdown keep all their characters', () => {
  fc.assert(
    fc.property(fc.array(plainParagraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const { html } = renderBody(paragraphs.join('\n\n'), 'en');
      const shown = parse(html).children.flatMap((node) =>
        node.type === 'element' ? [textOf(node)] : [],
      );
      expect(shown).toEqual(paragraphs);
    }),
    { numRuns: 300 },
  );
});

test.each([
  'if a<b and c>d then',
  'Daesh* and al-Qaeda** and Taliban***',
  '“Curly” and "straight" quotes, an em dash — two -- three --- and (c) (r) (tm) ...',
  'a * b, 2*3*4 is 24 if spaces stand around: 2 * 3',
  'AT&T, R&D; &notanentity; and 5 > 4 < 6',
  'snake_case_words and C:\\path\\to',
  'non\u00A0breaking\u202Fspaces\u2009of all\u3000kinds',
  'Русские слова, 中文字, עברית',
  '[sic] [1] [ ] and {braces}',
  '50% of $100 @ #9 ^ | ~ ~5',
  'www.example.org, https://example.org/a_b_c and a@example.org',
])('text keeps its characters: %s', (text) => {
  const expected = text.replace('2*3*4', '234').replace('C:\\\\', 'C:\\');
  expect(textOf(parse(renderBody(text, 'en').html))).toBe(expected);
});

describe('a body', () => {
  test.each([
    '',
    ' \n\t\n',
    '***',
    '&nbsp;',
    '#',
    '>',
    '-',
    '<br>',
    '<span></span>',
    '\uFEFF',
    '<!-- a -->',
  ])('that shows nothing is empty: %j', (markdown) => {
    expect(renderBody(markdown, 'en').isEmpty).toBe(true);
  });

  test.each(['a', '![](./a.png)', '`a`', '\\<!--', '[a]: b', '\\*', '[^a]: b'])(
    'that shows something is not empty: %j',
    (markdown) => {
      expect(renderBody(markdown, 'en').isEmpty).toBe(false);
    },
  );
});

test('a byte order mark does not move offsets', () => {
  const text = '[Editor]: yes "no"\n\n<a:b> [c](x:y)';
  expect(renderBody(`\uFEFF${text}`, 'en')).toEqual(renderBody(text, 'en'));
});
