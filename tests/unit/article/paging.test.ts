import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontPagePath } from '../../../src/article/address.ts';
import { divideIntoPages, PAGE_SIZE } from '../../../src/article/paging.ts';

test('an empty list has one empty page', () => {
  expect(divideIntoPages([], frontPagePath)).toEqual([
    { path: 'index.html', number: 1, total: 1, items: [] },
  ]);
});

test('a list that fills one page has no second page', () => {
  const pages = divideIntoPages(Array.from({ length: PAGE_SIZE }), frontPagePath);
  expect(pages).toHaveLength(1);
  expect(pages[0]).not.toHaveProperty('older');
});

test('pages have the paths of their neighbours', () => {
  const links = divideIntoPages(['a', 'b', 'c'], frontPagePath, 1).map(({ newer, path, older }) => [
    newer,
    path,
    older,
  ]);
  expect(links).toEqual([
    [undefined, 'index.html', 'page/2.html'],
    ['index.html', 'page/2.html', 'page/3.html'],
    ['page/2.html', 'page/3.html', undefined],
  ]);
});

test('every item is on one page, in the original order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 30 }), (items, size) => {
      const pages = divideIntoPages(items, frontPagePath, size);
      expect(pages.flatMap((page) => page.items)).toEqual(items);
      expect(pages.every((page) => page.items.length <= size)).toBe(true);
    }),
  );
});
