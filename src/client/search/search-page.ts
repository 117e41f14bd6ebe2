import { languagesToSearch } from './search-parts.ts';

/*
 * The search page. Loads nothing of the index before the reader searches, and then only what the
 * languages and words of the query need.
 */

/** The part of Pagefind's API (https://pagefind.app/docs/api/) that is used here. */
interface Pagefind {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly noWorker: boolean;
  }) => Index;
}

interface Index {
  readonly mergeIndex: (folder: string) => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Match[] }>;
}

interface Match {
  readonly score: number;
  readonly data: () => Promise<Found>;
}

interface Found {
  /** Relative to the root of the site. */
  readonly raw_url: string;
  /** HTML: text with `<mark>` around the words of the query. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

const form = document.querySelector<HTMLFormElement>('form[role=search]');
const field = form?.querySelector('input');
const status = document.querySelector<HTMLElement>('#status');
const list = document.querySelector<HTMLOListElement>('#results');

/** The URL of the index, which is relative to the page. */
const folder = new URL('pagefind/', location.href).href;
const indexes = new Map<string, Promise<Index>>();
/** The number of parts of each language's index. */
const parts = JSON.parse(form?.dataset.parts ?? '{}') as Readonly<Record<string, number>>;

/** The number of results shown at first, and each time the last one scrolls into view. */
const BATCH = 10;

function openIndex(language: string): Promise<Index> {
  const opened = indexes.get(language) ?? openParts(language);
  indexes.set(language, opened);
  return opened;
}

async function openParts(language: string): Promise<Index> {
  const [first = '', ...others] = Array.from(
    { length: parts[language] ?? 1 },
    (_, part) => `${folder}${language}/${part}/`,
  );
  // Each language loads its own copy of the module, because instances of one copy share their memory.
  const module = (await import(/* @vite-ignore */ `${first}pagefind.js`)) as Pagefind;
  const index = module.createInstance({ basePath: first, noWorker: true });
  await Promise.all(others.map((part) => index.mergeIndex(part)));
  return index;
}

let lastSearch = 0;

async function search(query: string, languages: readonly string[]): Promise<void> {
  if (!form || !status || !list) return;
  const thisSearch = ++lastSearch;
  const isCurrent = (): boolean => thisSearch === lastSearch;
  const { searching = '', results = '', nothing = '' } = form.dataset;
  status.textContent = query === '' ? '' : searching;
  const matches = query === '' ? [] : await findMatches(query, languages);
  if (!isCurrent()) return;
  list.replaceChildren();
  if (query === '') return;
  const count = matches.length.toLocaleString(document.documentElement.lang);
  await showNext(matches, list, isCurrent);
  status.textContent =
    matches.length === 0 ? nothing.replace('{query}', () => query) : results.replace('{n}', count);
}

async function findMatches(query: string, languages: readonly string[]) {
  const searches = languagesToSearch(query, languages).map(async (language) => {
    const index = await openIndex(language);
    const { results } = await index.search(query);
    return results.map((match) => ({ match, language }));
  });
  const matches = (await Promise.all(searches)).flat();
  return matches.sort((a, b) => b.match.score - a.match.score);
}

type MatchInLanguage = Awaited<ReturnType<typeof findMatches>>[number];

async function showNext(
  matches: readonly MatchInLanguage[],
  list: HTMLOListElement,
  isCurrent: () => boolean,
): Promise<void> {
  const next = matches.slice(0, BATCH);
  const items = await Promise.all(
    next.map(async ({ match, language }) => resultItem(await match.data(), language)),
  );
  if (!isCurrent()) return;
  list.append(...items);
  const last = items.at(-1);
  if (matches.length <= BATCH || !last) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void showNext(matches.slice(BATCH), list, isCurrent);
  }).observe(last);
}

function resultItem({ raw_url: url, excerpt, meta }: Found, language: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const heading = document.createElement('h2');
  heading.append(link);
  const words = document.createElement('p');
  // Copies only text and marks, because the excerpt is not trusted.
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  for (const node of body.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = text;
      words.append(mark);
    } else words.append(text);
  }
  const item = document.createElement('li');
  item.lang = language;
  item.dir = 'auto';
  item.append(heading, words);
  return item;
}

/** How long the reader must stop typing before the search starts. */
const TYPING_PAUSE_MS = 250;

function start(form: HTMLFormElement, field: HTMLInputElement): void {
  const languages = Object.keys(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const startSearch = (): void => {
    clearTimeout(timer);
    const query = field.value.trim();
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
    void search(query, languages);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    startSearch();
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(startSearch, TYPING_PAUSE_MS);
  });
  form.hidden = false;
  document.querySelector<HTMLElement>('#unavailable')?.setAttribute('hidden', '');
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value !== '') startSearch();
  else field.focus();
}

// Browsers don't load modules for a page opened as a file.
if (form && field && location.protocol !== 'file:') start(form, field);
