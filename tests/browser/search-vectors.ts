import type { Page } from 'playwright-core';

/** A result as the search page shows it. */
export interface ShownResult {
  readonly href: string;
  readonly title: string;
}

/** What the search page shows for a query. */
export interface SearchReport {
  readonly status: string;
  readonly results: readonly ShownResult[];
  /** Elements and attributes among the results that the search page does not create itself. */
  readonly faults: readonly string[];
}

/**
 * Searches for each query in turn. Reports all results of a single query, or the first ten of each
 * of several.
 */
export function searchFor(page: Page, queries: readonly string[]): Promise<SearchReport[]> {
  return page.evaluate(async (queries) => {
    const OWN = new Set([
      ...['li', 'article lang dir', 'h2', 'a href', 'p', 'p class', 'mark'],
      ...['time datetime lang', 'picture', 'img alt', 'img alt src'],
    ]);
    const list = document.querySelector('#results');
    const near = document.querySelector('#near ul');
    const status = document.querySelector<HTMLElement>('#status');
    const form = document.querySelector<HTMLFormElement>('form[role=search]');
    const field = form?.querySelector('input');
    if (!list || !near || !status || !form || !field)
      throw new Error('This is not the search page.');
    const nextTask = () => new Promise((done) => setTimeout(done, 4));
    const elementsIn = (...parents: readonly Element[]) =>
      parents.flatMap((parent) => [...parent.querySelectorAll('*')]);
    const countOutside = () =>
      document.querySelectorAll('*').length - elementsIn(list, near).length;
    const outside = countOutside();
    const reports: SearchReport[] = [];
    for (const query of queries) {
      // The page has already searched for the query in its address.
      if (field.value !== query) {
        field.value = query;
        form.requestSubmit();
      }
      while (status.innerText === '' || status.innerText === form.dataset.searching) {
        await nextTask();
      }
      const count = Number(
        /^Results: ([\d,]+)$/.exec(status.innerText)?.[1]?.replace(',', '') ?? 0,
      );
      // The page adds results when the last one scrolls into view.
      while (list.children.length < (queries.length === 1 ? count : Math.min(count, 10))) {
        list.lastElementChild?.scrollIntoView();
        await nextTask();
      }
      const faults = elementsIn(list, near)
        .map((element) => [element.localName, ...element.getAttributeNames()].join(' '))
        .filter((kind) => !OWN.has(kind));
      if (countOutside() !== outside) faults.push('the page has new elements around the results');
      const results = [...list.querySelectorAll<HTMLAnchorElement>('h2 a')].map((link) => ({
        href: link.getAttribute('href') ?? '',
        title: link.textContent,
      }));
      reports.push({ status: status.innerText, results, faults });
    }
    return reports;
  }, queries);
}
