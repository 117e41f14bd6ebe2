import type { SitePath } from './address.ts';

/** How many articles a page lists: a lead, and a number that two, three and four columns divide. */
export const PAGE_SIZE = 25;

/** One page of a list that goes on over several. */
export interface ListPage<Item> {
  readonly path: SitePath;
  /** Counted from 1. */
  readonly number: number;
  /** How many pages the list has: at least one. */
  readonly total: number;
  readonly items: readonly Item[];
  /** The page before this one, where the list is newer. */
  readonly newer?: SitePath;
  /** The page after this one, where the list is older. */
  readonly older?: SitePath;
}

/**
 * Divides a list into pages of a fixed size. An empty list has one page, empty too.
 * @param pathOf the address of the page with this number, counted from 1
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
