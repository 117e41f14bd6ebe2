import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewriteAddresses } from '../../../src/markdown/rewrite-addresses.ts';

const rewrite = (address: string) => (address === './a b.jpg' ? 'NEW' : undefined);

test.each([
  ['![x](<./a b.jpg> "t")', '![x](<NEW> "t")'],
  ['![x](./a%20b.jpg)', '![x](NEW)'],
  ['![x][p] *y*\n\n[p]: ./a%20b.jpg "t"', '![x][p] *y*\n\n[p]: NEW "t"'],
  ['| a |\n| - |\n| [x](./a%20b.jpg) |', '| a |\n| - |\n| [x](NEW) |'],
  ['\uFEFF![x](./a%20b.jpg)', '\uFEFF![x](NEW)'],
  ['`![x](./a%20b.jpg)` \\![x](other.jpg)', '`![x](./a%20b.jpg)` \\![x](other.jpg)'],
])('%s becomes %s', (markdown, rewritten) => {
  expect(rewriteAddresses(markdown, rewrite)).toBe(rewritten);
});

test('without new addresses, no character changes', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('[a](b)', '![', '](', '\n', '\r\n', '[^1]', '[a]: b', '|', '\t', '\uFEFF'),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(rewriteAddresses(parts.join(''), () => undefined)).toBe(parts.join(''));
      expect(rewriteAddresses(parts.join(''), (address) => encodeURI(address))).toBeTypeOf(
        'string',
      );
    }),
  );
});
