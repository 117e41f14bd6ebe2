import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { serveFolder, type ServedFolder } from '../../serve-folder.ts';
import { launchBrowser } from '../launch-browser.ts';

/** The themes in the settings. */
export const THEMES = ['auto', 'light', 'sepia', 'dark', 'black'] as const;

/** A reader's choices, as `client/reader/preferences.ts` stores them. */
export type Choices = Readonly<Record<string, string>>;

type SiteName = 'providedSite' | 'fixtureSite' | 'newsroomSite' | 'generatedSite';

/** The paths of all pages of a built site. */
export function pagesOf(site: SiteName): string[] {
  const folder = inject(site);
  return (
    globSync('**/*.html', { cwd: folder })
      // Not the pages that lead on to others.
      .filter((path) => !readFileSync(join(folder, path), 'utf8').includes('http-equiv="refresh"'))
      .map((path) => path.replaceAll('\\', '/'))
  );
}

/** A browser and the sites, while the tests of a file run. */
export interface Reader {
  readonly browser: () => Browser;
  readonly address: (site: SiteName, path: string) => string;
  /** Opens a page in a new browser context, with choices that the reader made earlier. */
  readonly open: (
    site: SiteName,
    path: string,
    options?: BrowserContextOptions & { readonly choices?: Choices },
  ) => Promise<Page>;
}

/** Starts a browser and serves the sites before the tests of a file. Closes them afterwards. */
export function useReader(): Reader {
  let browser: Browser;
  const sites = new Map<SiteName, ServedFolder>();

  beforeAll(async () => {
    browser = await launchBrowser();
    sites.set('providedSite', await serveFolder(inject('providedSite')));
    sites.set('fixtureSite', await serveFolder(inject('fixtureSite')));
    sites.set('newsroomSite', await serveFolder(inject('newsroomSite')));
    sites.set('generatedSite', await serveFolder(inject('generatedSite')));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    for (const site of sites.values()) await site.close();
  });

  const address: Reader['address'] = (site, path) =>
    `${sites.get(site)?.url ?? ''}${encodeURI(path)}`;
  return {
    browser: () => browser,
    address,
    open: async (site, path, { choices, ...options } = {}) => {
      const context = await browser.newContext(options);
      if (choices) {
        const origin = new URL(address(site, '')).origin;
        await context.addInitScript(
          ([here, stored]) => {
            if (location.origin === here && localStorage.offprint === undefined)
              localStorage.offprint = stored;
          },
          [origin, String(new URLSearchParams(choices))] as const,
        );
      }
      const page = await context.newPage();
      await page.goto(address(site, path));
      return page;
    },
  };
}

/** A long article with every feature. */
export const LONG_READ = 'articles/the-long-read.html';

/** The path of the provided article. */
export function providedArticle(): string {
  const [path] = pagesOf('providedSite').filter((page) => page.startsWith('articles/'));
  if (path === undefined) throw new Error('The provided article has no page.');
  return path;
}
