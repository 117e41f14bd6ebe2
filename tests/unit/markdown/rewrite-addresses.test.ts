import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';
import { rewriteAddresses } from '../../../src/markdown/rewrite-addresses.ts';

const rewrite = (address: string) => (address === './a b.jpg' ? 'NEW' : undefined);

test.each([
  ['![x](<./a b.jpg> "t")', '![x](<NEW> "t")'],
  ['![x](./a%20b.jpg)', '![x](NEW)'],
  ['![x][p] *y*\n\n[p]: ./a%20b.jpg "t"', '![x][p] *y*\n\n[p]: NEW "t"'],
  ['| a |\n| - |\n| [x](./a%20b.jpg) |', '| a |\n| - |\n| [x](NEW) |'],
  ['<div>\n[x](./a%20b.jpg)</div>', '<div>\n[x](NEW)</div>'],
  ['\uFEFF![x](./a%20b.jpg)', '\uFEFF![x](NEW)'],
  ['\uFEFF\uFEFF\uFEFF![x](./a%20b.jpg)', '\uFEFF\uFEFF\uFEFF![x](NEW)'],
  ['`![x](./a%20b.jpg)` \\![x](other.jpg)', '`![x](./a%20b.jpg)` \\![x](other.jpg)'],
])('%s becomes %s', (markdown, rewritten) => {
  expect(rewriteAddresses(markdown, rewrite)).toBe(rewritten);
  expect(rewriteAddresses(markdown, rewrite, renderBody(markdown, 'en').addresses)).toBe(rewritten);
});

const part = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('[a](b)', '![', '](', '\n', '\r\n', '[^1]', '[a]: b', '|', '\t', '\uFEFF', '<p>'),
);
const text = fc.array(part).map((parts) => parts.join(''));

test('without new addresses, no character changes', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      expect(rewriteAddresses(markdown, () => undefined)).toBe(markdown);
      expect(rewriteAddresses(markdown, (address) => encodeURI(address))).toBeTypeOf('string');
    }),
  );
});

test('the addresses that were found while a body was rendered are those of the text', () => {
  const mark = (address: string): string => `(${encodeURIComponent(address)})`;
  fc.assert(
    fc.property(text, (markdown) => {
      const { addresses } = renderBody(markdown, 'en');
      expect(rewriteAddresses(markdown, mark, addresses)).toBe(rewriteAddresses(markdown, mark));
    }),
  );
});
