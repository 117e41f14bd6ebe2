import { findMatches, type Match, type Parts } from './find-matches.ts';
import { nearQueries } from './near-words.ts';
import { closeIndexes, watchRequests } from './pagefind.ts';
import { resultItem } from './result-item.ts';

/*
 * The search page. Loads nothing of the index before the reader searches, and then only what the
 * languages and words of the query need.
 */

/** The number of results shown at first, and each time the last one scrolls into view. */
const BATCH = 10;
/** How long the reader must stop typing before the search starts. */
const TYPING_PAUSE_MS = 250;

const form = document.querySelector<HTMLFormElement>('form[role=search]');
// Browsers don't load modules for a page opened as a file.
if (form && location.protocol !== 'file:') start(form);

/** The elements of `pages/search.astro`, with the form. */
function find(id: 'query'): HTMLInputElement;
function find(id: 'status' | 'near' | 'results' | 'browse' | 'unavailable'): HTMLElement;
function find(id: 'retry'): HTMLButtonElement;
function find(id: string): HTMLElement | null {
  return document.getElementById(id);
}

function start(form: HTMLFormElement): void {
  watchRequests();
  const parts = JSON.parse(form.dataset.parts ?? '{}') as Parts;
  const { searching = '', results = '', nothing = '', failed = '' } = form.dataset;
  const [field, status, near, retry] = [find('query'), find('status'), find('near'), find('retry')];
  const list = find('results');
  let lastSearch = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = async (query: string): Promise<void> => {
    const thisSearch = ++lastSearch;
    const isCurrent = (): boolean => thisSearch === lastSearch;
    status.textContent = query && searching;
    retry.hidden = near.hidden = true;
    find('browse').hidden = query !== '';
    try {
      const matches = query === '' ? [] : await findMatches(query, parts);
      const similar = query === '' || matches.length > 0 ? [] : await nearQueries(query, parts);
      const items = await firstItems(matches);
      if (!isCurrent()) return;
      list.replaceChildren();
      showBatch(items, matches.slice(BATCH), isCurrent);
      showNear(similar);
      const count = matches.length.toLocaleString(document.documentElement.lang);
      if (query === '') status.textContent = '';
      else if (matches.length > 0) status.textContent = results.replace('{n}', count);
      else status.textContent = nothing.replace('{query}', () => query);
    } catch {
      if (!isCurrent()) return;
      list.replaceChildren();
      status.textContent = failed;
      retry.hidden = false;
    }
  };

  const showBatch = (
    items: readonly HTMLLIElement[],
    others: readonly Match[],
    isCurrent: () => boolean,
  ): void => {
    list.append(...items);
    const last = items.at(-1);
    if (others.length === 0 || !last) return;
    new IntersectionObserver(async (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      try {
        const next = await firstItems(others);
        if (isCurrent()) showBatch(next, others.slice(BATCH), isCurrent);
      } catch {
        status.textContent = failed;
        retry.hidden = false;
      }
    }).observe(last);
  };

  const showNear = (queries: readonly string[]): void => {
    near.hidden = queries.length === 0;
    find('near')
      .querySelector('ul')
      ?.replaceChildren(
        ...queries.map((query) => {
          const item = document.createElement('li');
          const link = document.createElement('a');
          link.href = `?${String(new URLSearchParams({ q: query }))}`;
          link.textContent = query;
          item.append(link);
          return item;
        }),
      );
  };

  const startSearch = (): void => {
    clearTimeout(timer);
    const query = field.value.trim();
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
    void search(query);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    startSearch();
  };
  field.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(startSearch, TYPING_PAUSE_MS);
  };
  retry.onclick = () => {
    closeIndexes();
    startSearch();
  };
  form.hidden = false;
  find('unavailable').hidden = true;
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value !== '') startSearch();
  else field.focus();
}

function firstItems(matches: readonly Match[]): Promise<HTMLLIElement[]> {
  return Promise.all(matches.slice(0, BATCH).map(resultItem));
}
