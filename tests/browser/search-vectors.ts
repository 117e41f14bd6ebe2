import type { Page } from 'playwright-core';

/** A result as the search page shows it. */
export interface ShownResult {
  readonly href: string;
  readonly title: string;
}

/** All that a question brought onto the search page. */
export interface SearchReport {
  readonly status: string;
  readonly results: readonly ShownResult[];
  /** Elements and attributes among the results that are not the search page's own. */
  readonly faults: readonly string[];
}

/**
 * Asks questions on the search page, one after another, and looks at what they bring: at all results of
 * one, at the first ten of each of many.
 */
export function searchFor(page: Page, queries: readonly string[]): Promise<SearchReport[]> {
  return page.evaluate(async (queries) => {
    const OWN = new Set(['li lang dir', 'h2', 'a href', 'p', 'mark']);
    const list = document.querySelector('#results');
    const status = document.querySelector<HTMLElement>('#status');
    const form = document.querySelector<HTMLFormElement>('form[role=search]');
    const field = form?.querySelector('input');
    if (!list || !status || !form || !field) throw new Error('This is not the page of search.');
    const moment = () => new Promise((done) => setTimeout(done, 4));
    const around = () => document.querySelectorAll('*').length - list.querySelectorAll('*').length;
    const before = around();
    const reports: SearchReport[] = [];
    for (const query of queries) {
      // One that the page's address brought has been asked already.
      if (field.value !== query) {
        field.value = query;
        form.requestSubmit();
      }
      while (status.innerText === '' || status.innerText === form.dataset.searching) await moment();
      const count = Number(
        /^Results: ([\d,]+)$/.exec(status.innerText)?.[1]?.replace(',', '') ?? 0,
      );
      // The next ones come when the last of them is in view.
      while (list.children.length < (queries.length === 1 ? count : Math.min(count, 10))) {
        list.lastElementChild?.scrollIntoView();
        await moment();
      }
      const faults = [...list.querySelectorAll('*')]
        .map((element) => [element.localName, ...element.getAttributeNames()].join(' '))
        .filter((kind) => !OWN.has(kind));
      if (around() !== before) faults.push('there is more around the results than before');
      const results = [...list.querySelectorAll('a')].map((link) => ({
        href: link.getAttribute('href') ?? '',
        title: link.textContent,
      }));
      reports.push({ status: status.innerText, results, faults });
    }
    return reports;
  }, queries);
}
