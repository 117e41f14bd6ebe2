import { expect, test } from 'vitest';
import { htmlWith } from './with-plugins.ts';

test('two tildes are a deletion, and one is a tilde', () => {
  expect(htmlWith('~~gone~~, H~2~O, ~5 km', {})).toBe('<p><del>gone</del>, H~2~O, ~5 km</p>');
});

test('a table is a table', () => {
  expect(htmlWith('| a |\n| - |\n| 1 |', {})).toBe(
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  );
});

test('a footnote has a reference and a note', () => {
  const html = htmlWith('a[^1]\n\n[^1]: note', {});
  expect(html).toContain('<a href="#fn-1" id="fnref-1"');
  expect(html).toContain('<li id="fn-1">');
});

test('addresses in text do not become links', () => {
  const text = 'www.example.org, https://example.org/ and someone@example.org';
  expect(htmlWith(text, {})).toBe(`<p>${text}</p>`);
});

test('a task list is a list of items with brackets', () => {
  expect(htmlWith('- [ ] to do\n- [x] done', {})).toBe(
    '<ul><li>[ ] to do</li><li>[x] done</li></ul>',
  );
});
