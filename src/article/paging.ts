import type { SitePath } from './address.ts';

/** Articles per page: one lead article, and 24 others, which fill two, three or four columns. */
export const PAGE_SIZE = 25;

/** One page of a list. */
export interface ListPage<Item> {
  readonly path: SitePath;
  /** Counted from 1. */
  readonly number: number;
  /** The number of pages, at least 1. */
  readonly total: number;
  readonly items: readonly Item[];
  /** The previous page. */
  readonly newer?: SitePath;
  /** The next page. */
  readonly older?: SitePath;
}

/**
 * Divides a list into pages. An empty list has one empty page.
 * @param pathOf returns the path of a page. Pages are counted from 1
 */
export function divideIntoPages<Item>(
  items: readonly Item[],
  pathOf: (number: number) => SitePath,
  size = PAGE_SIZE,
): ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    return {
      path: pathOf(number),
      number,
      total,
      items: items.slice(index * size, number * size),
      ...(number > 1 && { newer: pathOf(number - 1) }),
      ...(number < total && { older: pathOf(number + 1) }),
    };
  });
}
