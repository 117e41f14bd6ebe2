import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

/** What a crawl over a site found. */
export interface Crawl {
  /** Every page of the site that a link leads to, as an address relative to the start's folder. */
  readonly pages: string[];
  /** Links and assets that lead to nothing, each with the page on which it stands. */
  readonly missing: string[];
  /** What the browser had to say: console messages, errors, failed requests. */
  readonly complaints: string[];
}

/**
 * Follows every link of a site in a real browser, from a page on, and looks for every file that the
 * pages name. Links to other places are left alone: nothing leaves this machine.
 * @param root the folder's address, `http://…/` or `file:///…/`, with a slash at its end
 */
export async function crawl(browser: Browser, root: string, start = 'index.html'): Promise<Crawl> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const pages = new Set([start]);
  const checked = new Map<string, boolean>();
  const missing: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText ?? '';
    // The crawl goes on to the next page while a picture below the fold is still loading.
    if (failure === 'net::ERR_ABORTED') return;
    complaints.push(`${page.url()}: ${request.url()} failed: ${failure}`);
  });
  for (const path of pages) {
    await page.goto(root + path);
    for (const { address, anchor, isPage } of await namedOn(page)) {
      if (!address.startsWith(root)) {
        if (/^(?:file|http:\/\/127\.)/.test(address))
          missing.push(`${path}: ${address} leaves the site`);
        continue;
      }
      const known = checked.get(address) ?? (await exists(address));
      checked.set(address, known);
      if (!known) missing.push(`${path}: ${address}`);
      else if (isPage) pages.add(decodeURI(address.slice(root.length)));
      if (known && anchor && !(await hasAnchor(address, anchor))) {
        missing.push(`${path}: ${address}#${anchor}`);
      }
    }
  }
  await context.close();
  return { pages: [...pages], missing, complaints };
}

interface Named {
  readonly address: string;
  readonly anchor: string;
  readonly isPage: boolean;
}

/** Everything that a page names, resolved as the browser resolves it. */
async function namedOn(page: Page): Promise<Named[]> {
  return page.evaluate(() => {
    const valuesOf = (name: string): string[] =>
      [...document.querySelectorAll(`[${name}]`)].map(
        (element) => element.getAttribute(name) ?? '',
      );
    const candidates = valuesOf('srcset')
      .flatMap((srcset) => srcset.split(','))
      .map((candidate) => candidate.trim().replace(/ .*/, ''));
    return [...valuesOf('href'), ...valuesOf('src'), ...candidates]
      .map((value) => new URL(value, document.baseURI))
      .filter(({ protocol }) => protocol !== 'data:' && protocol !== 'mailto:')
      .map((url) => {
        const anchor = decodeURIComponent(url.hash.slice(1));
        url.hash = '';
        return { address: url.href, anchor, isPage: url.pathname.endsWith('.html') };
      });
  });
}

async function exists(address: string): Promise<boolean> {
  if (address.startsWith('http:')) return (await fetch(address)).ok;
  return readFile(new URL(address)).then(
    () => true,
    () => false,
  );
}

async function hasAnchor(address: string, anchor: string): Promise<boolean> {
  const html = address.startsWith('http:')
    ? await (await fetch(address)).text()
    : await readFile(new URL(address), 'utf8');
  return html.includes(`id="${anchor}"`);
}
