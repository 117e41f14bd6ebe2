import { expect, test } from 'vitest';
import { absoluteAddress } from '../../../src/article/address.ts';

test.each([
  ['https://example.org/', 'index.html', 'https://example.org/'],
  ['https://example.org', 'articles/a.html', 'https://example.org/articles/a.html'],
  ['https://example.org/news', 'index.html', 'https://example.org/news/'],
  [
    'https://example.org/news',
    'topics/порты.html',
    'https://example.org/news/topics/%D0%BF%D0%BE%D1%80%D1%82%D1%8B.html',
  ],
])('of a publication at %s, %s is at %s', (url, path, address) => {
  expect(absoluteAddress(url, path)).toBe(address);
});
