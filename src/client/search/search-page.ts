import { languagesToSearch } from './search-parts.ts';

/*
 * The search page. Nothing of the index is loaded before someone searches, and then only the parts
 * for languages and words that were asked for.
 */

/** What we use of Pagefind's script (https://pagefind.app/docs/api/). */
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
  /** As it was indexed: from the site's folder. */
  readonly raw_url: string;
  /** HTML: text, with `<mark>` around what was looked for. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

const form = document.querySelector<HTMLFormElement>('form[role=search]');
const field = form?.querySelector('input');
const status = document.querySelector<HTMLElement>('#status');
const list = document.querySelector<HTMLOListElement>('#results');

/** Where the index stands; relative to the page, wherever that is. */
const folder = new URL('pagefind/', location.href).href;
const indexes = new Map<string, Promise<Index>>();
/** Of how many parts the index of each language is made: as the page says. */
const parts = JSON.parse(form?.dataset.parts ?? '{}') as Readonly<Record<string, number>>;

/** How many results are shown at first, and again whenever the last of them comes into view. */
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
  // A module of its own for each language: within one, all would share the memory of the last opened.
  const module = (await import(/* @vite-ignore */ `${first}pagefind.js`)) as Pagefind;
  const index = module.createInstance({ basePath: first, noWorker: true });
  await Promise.all(others.map((part) => index.mergeIndex(part)));
  return index;
}

let asked = 0;

async function search(query: string, languages: readonly string[]): Promise<void> {
  if (!form || !status || !list) return;
  const question = ++asked;
  const { searching = '', results = '', nothing = '' } = form.dataset;
  status.textContent = query === '' ? '' : searching;
  const matches = query === '' ? [] : await findMatches(query, languages);
  // Someone typed on meanwhile: the answer to that is under way.
  if (question !== asked) return;
  list.replaceChildren();
  if (query === '') return;
  const count = matches.length.toLocaleString(document.documentElement.lang);
  await showNext(matches, list, () => question === asked);
  status.textContent =
    matches.length === 0 ? nothing.replace('{query}', () => query) : results.replace('{n}', count);
}

async function findMatches(query: string, languages: readonly string[]) {
  const searched = languagesToSearch(query, languages).map(async (language) => {
    const index = await openIndex(language);
    const { results } = await index.search(query);
    return results.map((match) => ({ match, language }));
  });
  const found = (await Promise.all(searched)).flat();
  return found.sort((a, b) => b.match.score - a.match.score);
}

type FoundIn = Awaited<ReturnType<typeof findMatches>>[number];

async function showNext(
  matches: readonly FoundIn[],
  list: HTMLOListElement,
  isCurrent: () => boolean,
): Promise<void> {
  const next = matches.slice(0, BATCH);
  const items = await Promise.all(
    next.map(async ({ match, language }) => item(await match.data(), language)),
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

function item({ raw_url: url, excerpt, meta }: Found, language: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const heading = document.createElement('h2');
  heading.append(link);
  const words = document.createElement('p');
  // Rebuilt as text and marks: whatever else an excerpt might hold does not come onto the page.
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  for (const node of body.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = text;
      words.append(mark);
    } else words.append(text);
  }
  const found = document.createElement('li');
  found.lang = language;
  found.dir = 'auto';
  found.append(heading, words);
  return found;
}

/** How long a pause in typing is, in milliseconds. */
const PAUSE_MS = 250;

function start(form: HTMLFormElement, field: HTMLInputElement): void {
  const languages = Object.keys(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
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
    ask();
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  form.hidden = false;
  document.querySelector<HTMLElement>('#unavailable')?.setAttribute('hidden', '');
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value !== '') ask();
  else field.focus();
}

// From a disk, browsers load no further files into a page.
if (form && field && location.protocol !== 'file:') start(form, field);
