import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { withoutServiceWorker } from './watch-context.ts';

/** The result of a crawl. */
export interface Crawl {
  /** The paths of all pages that the links of the site lead to. */
  readonly pages: string[];
  /** Broken links and missing files, each with the page that it is on. */
  readonly missing: string[];
  /** Console messages, errors and failed requests. */
  readonly messages: string[];
}

/** The number of pages open at once, so that browser and test work in parallel. */
const TABS = 4;

/**
 * Follows every link of a site from the front page, and checks that every file named by a page
 * exists. Ignores links to other sites.
 * @param root the URL of the site's root folder, `http://…/` or `file:///…/`, with a slash at the end
 * @param mode `open` opens each page in the browser. `read` only parses it, five times as fast.
 */
export async function crawl(browser: Browser, root: string, mode: 'open' | 'read'): Promise<Crawl> {
  const context = await browser.newContext();
  await withoutServiceWorker(context);
  const missing: string[] = [];
  const messages: string[] = [];
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (address: string): Promise<string | undefined> => {
    const text = texts.get(address) ?? read(address);
    texts.set(address, text);
    return text;
  };

  /** Opens a page and returns the pages that it links to. */
  const visit = async (page: Page, path: string): Promise<string[]> => {
    const pageAddress = new URL(root + path).href;
    const html = mode === 'read' ? await textOf(pageAddress) : undefined;
    // Not waiting for pictures, because their files are checked below.
    if (html === undefined) await page.goto(pageAddress, { waitUntil: 'domcontentloaded' });
    const linked: string[] = [];
    for (const { address, anchor, isPage } of await filesNamedBy(page, { html, pageAddress })) {
      if (!address.startsWith(root)) {
        if (/^(?:file|http:\/\/127\.)/.test(address))
          missing.push(`${path}: ${address} is outside the site`);
        continue;
      }
      const text = await textOf(address);
      if (text === undefined) missing.push(`${path}: ${address}`);
      else if (anchor && !text.includes(`id="${anchor}"`)) {
        missing.push(`${path}: ${address}#${anchor}`);
      }
      if (text !== undefined && isPage) linked.push(decodeURI(address.slice(root.length)));
    }
    return linked;
  };

  const tabs = await Promise.all(Array.from({ length: TABS }, () => openTab(context, messages)));
  const pages = new Set(['index.html']);
  for (let round = [...pages]; round.length > 0;) {
    const waiting = round.values();
    const found = await Promise.all(
      tabs.map(async (tab) => {
        const linked: string[] = [];
        for (const path of waiting) linked.push(...(await visit(tab, path)));
        return linked;
      }),
    );
    round = [...new Set(found.flat())].filter((path) => !pages.has(path));
    for (const path of round) pages.add(path);
  }
  await context.close();
  return { pages: [...pages], missing, messages };
}

/** Opens a tab that collects console messages, errors and failed requests. */
async function openTab(context: BrowserContext, messages: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => messages.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? '';
    // The crawl opens the next page while pictures below the fold still load.
    if (failure === 'net::ERR_ABORTED') return;
    messages.push(`${page.url()}: ${request.url()} failed: ${failure}`);
  });
  return page;
}

/** A URL that a page names. */
interface NamedFile {
  readonly address: string;
  readonly anchor: string;
  readonly isPage: boolean;
}

/** All files that a page names, with URLs resolved by the browser. */
function filesNamedBy(
  page: Page,
  source: { readonly html: string | undefined; readonly pageAddress: string },
): Promise<NamedFile[]> {
  return page.evaluate(({ html, pageAddress }) => {
    const read = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
    if (read.querySelector('base')) throw new Error(`${pageAddress} has a <base>.`);
    const valuesOf = (name: string): string[] =>
      [...read.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '');
    const candidates = valuesOf('srcset')
      .flatMap((srcset) => srcset.split(','))
      .map((candidate) => candidate.trim().replace(/ .*/, ''));
    return [...valuesOf('href'), ...valuesOf('src'), ...candidates]
      .map((value) => new URL(value, pageAddress))
      .filter(({ protocol }) => protocol !== 'data:' && protocol !== 'mailto:')
      .map((url) => {
        const anchor = decodeURIComponent(url.hash.slice(1));
        url.hash = '';
        return { address: url.href, anchor, isPage: url.pathname.endsWith('.html') };
      });
  }, source);
}

/** Reads a file. Returns undefined if there is none. */
async function read(address: string): Promise<string | undefined> {
  if (address.startsWith('http:')) {
    const response = await fetch(address);
    return response.ok ? response.text() : undefined;
  }
  return readFile(new URL(address), 'utf8').catch(() => undefined);
}
