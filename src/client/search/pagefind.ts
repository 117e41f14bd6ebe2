import { SEARCH_FOLDER } from './search-parts.ts';

/** The part of Pagefind's API (https://pagefind.app/docs/api/) that is used here. */
interface Pagefind {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly noWorker: boolean;
  }) => Index;
}

export interface Index {
  readonly mergeIndex: (folder: string) => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Result[] }>;
}

export interface Result {
  /** Unique in all indexes. */
  readonly id: string;
  readonly score: number;
  /** The positions of the words found. */
  readonly words: readonly number[];
  readonly data: () => Promise<Fragment>;
}

export interface Fragment {
  /** Relative to the root of the site. */
  readonly raw_url: string;
  /** The text of the article, with `<` and `>` as references. `words` counts its words. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

const indexes = new Map<string, Promise<Index>>();
let attempts = 0;

/** Opens the index of a language. After an error, the next call tries again. */
export function openIndex(language: string, folders: readonly string[]): Promise<Index> {
  const opened = indexes.get(language) ?? open(folders);
  indexes.set(language, opened);
  return opened;
}

/** Forgets all indexes, so that everything that failed is loaded again. */
export function closeIndexes(): void {
  indexes.clear();
  attempts++;
}

async function open([first = '', ...others]: readonly string[]): Promise<Index> {
  // Each language loads its own copy of the module, because instances of one copy share their memory.
  // Browsers remember that a module failed to load, so another attempt needs another URL.
  const query = attempts === 0 ? '' : `?${String(attempts)}`;
  const module = (await import(/* @vite-ignore */ `${first}pagefind.js${query}`)) as Pagefind;
  const index = module.createInstance({ basePath: first, noWorker: true });
  await Promise.all(others.map((part) => index.mergeIndex(part)));
  return index;
}

/** The URLs of the parts of a language's index, relative to the search page. */
export function partFolders(language: string, parts: number): string[] {
  const folder = new URL(`${SEARCH_FOLDER}/`, location.href).href;
  return Array.from({ length: parts }, (_, part) => `${folder}${language}/${String(part)}/`);
}

let failures = 0;

/**
 * Runs a search, and throws if any of its requests failed. Pagefind ignores these errors: it would
 * find nothing.
 */
export async function withAllRequests<T>(search: () => Promise<T>): Promise<T> {
  const before = failures;
  const found = await search();
  if (failures > before) throw new Error('A part of the search index could not be loaded.');
  return found;
}

/** Counts the requests that fail. */
export function watchRequests(): void {
  const load = window.fetch.bind(window);
  window.fetch = async (...request) => {
    try {
      const response = await load(...request);
      if (!response.ok) failures++;
      return response;
    } catch (error) {
      failures++;
      throw error;
    }
  };
}
