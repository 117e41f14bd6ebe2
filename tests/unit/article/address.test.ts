import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absoluteAddress,
  articlePath,
  FRONT_PAGE,
  relativeLink,
} from '../../../src/article/address.ts';

test.each([
  [FRONT_PAGE, articlePath('a'), 'articles/a.html'],
  [articlePath('a'), FRONT_PAGE, '../index.html'],
  [articlePath('a'), articlePath('b'), 'b.html'],
  [articlePath('a'), articlePath('a'), 'a.html'],
  [articlePath('a'), 'assets/b.webp', '../assets/b.webp'],
  ['topics/deep/a.html', 'topics/b.html', '../b.html'],
  ['topics/deep/a.html', 'topics/wide/b.html', '../wide/b.html'],
  ['topics/a', 'topics', '../topics'],
  [FRONT_PAGE, 'feed.xml', 'feed.xml'],
  [FRONT_PAGE, articlePath('港口'), 'articles/%E6%B8%AF%E5%8F%A3.html'],
  [articlePath('a'), articlePath('v1.0'), 'v1.0.html'],
  [FRONT_PAGE, 'a b/c#d?e%f.html', 'a%20b/c%23d%3Fe%25f.html'],
])('the link from %s to %s is %s', (from, to, link) => {
  expect(relativeLink(from, to)).toBe(link);
});

test('a link resolves to its file at any base URL', () => {
  const name = fc.stringMatching(/^[a-zй字#?% .-]{1,6}$/).filter((text) => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((steps) => steps.join('/'));
  fc.assert(
    fc.property(
      path,
      path,
      fc.constantFrom('https://a.org/', 'https://a.org/b/c/', 'file:///d/'),
      (from, to, base) => {
        const page = new URL(from.split('/').map(encodeURIComponent).join('/'), base);
        const resolved = new URL(relativeLink(from, to), page).href.slice(base.length);
        expect(resolved.split('/').map(decodeURIComponent).join('/')).toBe(to);
      },
    ),
  );
});

test.each([
  ['https://example.org/', 'index.html', 'https://example.org/'],
  ['https://example.org', 'articles/a.html', 'https://example.org/articles/a.html'],
  ['https://example.org/news', 'index.html', 'https://example.org/news/'],
  [
    'https://example.org/news',
    'topics/порты.html',
    'https://example.org/news/topics/%D0%BF%D0%BE%D1%80%D1%82%D1%8B.html',
  ],
])('in a publication at %s, the address of %s is %s', (url, path, address) => {
  expect(absoluteAddress(url, path)).toBe(address);
});
