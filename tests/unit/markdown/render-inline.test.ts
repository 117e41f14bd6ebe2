import { describe, expect, test } from 'vitest';
import { inspectInline, renderInline } from '../../../src/markdown/render.ts';

describe('a caption', () => {
  test.each([
    ['*a* **b** `c`', '<em>a</em> <strong>b</strong> <code>c</code>'],
    [
      '© Sputnik / <span lang="ru">Минобороны РФ</span>/',
      '© Sputnik / <span lang="ru">Минобороны РФ</span>/',
    ],
    [
      '[CC BY](https://a.org/by "b")',
      '<a href="https://a.org/by" title="b" rel="noopener noreferrer">CC BY</a>',
    ],
    ['<https://a.org>', '<a href="https://a.org/" rel="noopener noreferrer">https://a.org</a>'],
    ['a \\* b', 'a * b'],
    ['a &copy; b', 'a © b'],
    ['', ''],
  ])('%s is inline Markdown', (markdown, html) => {
    expect(renderInline(markdown)).toBe(html);
  });

  test.each([
    ...[
      '1. Photo',
      '- Photo',
      '+ Photo',
      '# Photo',
      '> Photo',
      '***',
      '---',
      '```',
      '~~~',
      '=== a',
    ],
    ...['[a]: b', '[^1]', '[^1]: a', '~~a~~', '| a |', '- [ ] a', '::: a', 'www.a.org', 'a@b.org'],
    ...['Daesh*', '* Daesh', 'a_b_c', '$a$', ':a:', '"straight" -- (c) ...'],
  ])('%s is text', (markdown) => {
    expect(renderInline(markdown).replaceAll('&#x3C;', '<')).toBe(markdown);
  });

  test.each([
    ['<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>'],
    ['<!-- a', '&#x3C;!-- a'],
    ['<img src=x onerror=y>', '&#x3C;img src=x onerror=y>'],
    ['[a](javascript:b)', 'a'],
    ['![a](https://b.org/c.png)', '!<a href="https://b.org/c.png" rel="noopener noreferrer">a</a>'],
    ['x<y:z>', 'x&#x3C;y:z>'],
    ['<span lang="ru" onclick="a">b</span>', '&#x3C;span lang="ru" onclick="a">b&#x3C;/span>'],
  ])('%s is harmless', (markdown, html) => {
    expect(renderInline(markdown)).toBe(html);
  });
});

test('links within the publication are listed', () => {
  expect(inspectInline('[a](b.md) [c](#d) [e](https://f.org/)').articleLinks).toEqual([
    { slug: 'b', line: 1 },
    { heading: 'section-d', line: 1 },
  ]);
});
