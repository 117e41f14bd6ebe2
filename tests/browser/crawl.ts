import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What a crawl over a site found. */
export interface Crawl {
  /** Every page of the site that a link leads to, as an address relative to its folder. */
  readonly pages: string[];
  /** Links and assets that lead to nothing, each with the page on which it stands. */
  readonly missing: string[];
  /** What the browser had to say: console messages, errors, failed requests. */
  readonly complaints: string[];
}

/** How many pages are open at once: the browser's work beside our own. */
const TABS = 4;

/**
 * Follows every link of a site, from its front page on, and looks for every file that the pages name.
 * Links to other places are left alone: nothing leaves this machine.
 * @param root the folder's address, `http://…/` or `file:///…/`, with a slash at its end
 * @param opening whether the browser opens each page, or only reads its links: a fifth of the time
 */
export async function crawl(
  browser: Browser,
  root: string,
  opening: 'opened' | 'read',
): Promise<Crawl> {
  const context = await browser.newContext();
  // It would keep every page that is opened, each in its time; it has tests of its own.
  await context.addInitScript(() => {
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register = () => new Promise(() => undefined);
    }
  });
  const missing: string[] = [];
  const complaints: string[] = [];
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (address: string): Promise<string | undefined> => {
    const text = texts.get(address) ?? read(address);
    texts.set(address, text);
    return text;
  };

  /** Opens a page, and tells of the pages that it leads to. */
  const visit = async (page: Page, path: string): Promise<string[]> => {
    const pageAddress = new URL(root + path).href;
    const html = opening === 'read' ? await textOf(pageAddress) : undefined;
    // Pictures need not have come: their files are looked for.
    if (html === undefined) await page.goto(pageAddress, { waitUntil: 'domcontentloaded' });
    const leadsTo: string[] = [];
    for (const { address, anchor, isPage } of await namedOn(page, { html, pageAddress })) {
      if (!address.startsWith(root)) {
        if (/^(?:file|http:\/\/127\.)/.test(address))
          missing.push(`${path}: ${address} leaves the site`);
        continue;
      }
      const text = await textOf(address);
      if (text === undefined) missing.push(`${path}: ${address}`);
      else if (anchor && !text.includes(`id="${anchor}"`)) {
        missing.push(`${path}: ${address}#${anchor}`);
      }
      if (text !== undefined && isPage) leadsTo.push(decodeURI(address.slice(root.length)));
    }
    return leadsTo;
  };

  const tabs = await Promise.all(Array.from({ length: TABS }, () => openTab(context, complaints)));
  const pages = new Set(['index.html']);
  for (let round = [...pages]; round.length > 0;) {
    const waiting = round.values();
    const found = await Promise.all(
      tabs.map(async (tab) => {
        const leadsTo: string[] = [];
        for (const path of waiting) leadsTo.push(...(await visit(tab, path)));
        return leadsTo;
      }),
    );
    round = [...new Set(found.flat())].filter((path) => !pages.has(path));
    for (const path of round) pages.add(path);
  }
  await context.close();
  return { pages: [...pages], missing, complaints };
}

/** A tab whose console, errors and failed requests are noted down. */
async function openTab(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? '';
    // The crawl goes on to the next page while a picture below the fold is still loading.
    if (failure === 'net::ERR_ABORTED') return;
    complaints.push(`${page.url()}: ${request.url()} failed: ${failure}`);
  });
  return page;
}

interface Named {
  readonly address: string;
  readonly anchor: string;
  readonly isPage: boolean;
}

/** Everything that a page names, resolved as the browser resolves it. */
function namedOn(
  page: Page,
  source: { readonly html: string | undefined; readonly pageAddress: string },
): Promise<Named[]> {
  return page.evaluate(({ html, pageAddress }) => {
    const read = html === undefined ? document : new DOMParser().parseFromString(html, 'text/html');
    if (read.querySelector('base')) throw new Error(`${pageAddress} moves all of its links.`);
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

/** The text at an address; nothing if there is none. */
async function read(address: string): Promise<string | undefined> {
  if (address.startsWith('http:')) {
    const response = await fetch(address);
    return response.ok ? response.text() : undefined;
  }
  return readFile(new URL(address), 'utf8').catch(() => undefined);
}
