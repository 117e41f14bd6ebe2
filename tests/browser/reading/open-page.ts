import type {
  Browser,
  BrowserContextOptions,
  CDPSession,
  Page,
  ViewportSize,
} from 'playwright-core';
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

interface Visit extends Partial<ViewportSize> {
  /** For styles and scripts of the test, which the policy would block. */
  readonly bypassCSP?: boolean;
}

/** A browser and the sites, while the tests of a file run. */
export interface Reader {
  readonly browser: () => Browser;
  readonly address: (site: SiteName, path: string) => string;
  /**
   * Shows a page in a tab that the tests of a file share, which takes a third of the time of a new one.
   * The tab has forgotten everything but routes, listeners and init scripts: for those, `open` a page.
   */
  readonly visit: (site: SiteName, path: string, options?: Visit) => Promise<Page>;
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
  const tabs = new Map<boolean, Tab>();
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
    visit: async (site, path, { bypassCSP = false, ...viewport } = {}) => {
      const tab = tabs.get(bypassCSP) ?? (await openTab(browser, { bypassCSP }));
      tabs.set(bypassCSP, tab);
      await resetTab(tab, { ...VIEWPORT, ...viewport });
      await tab.page.goto(address(site, path));
      return tab.page;
    },
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

/** Playwright's default. */
const VIEWPORT: ViewportSize = { width: 1280, height: 720 };

interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
}

async function openTab(browser: Browser, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { page, session: await context.newCDPSession(page) };
}

/** Makes a tab as good as new: no page, nothing stored, and Playwright's defaults. */
async function resetTab({ page, session }: Tab, viewport: ViewportSize): Promise<void> {
  const { origin } = new URL(page.url());
  // That of `about:blank` is "null".
  if (origin !== 'null') {
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await page.mouse.move(0, 0);
  await page.emulateMedia({
    media: null,
    colorScheme: null,
    contrast: null,
    forcedColors: null,
    reducedMotion: null,
  });
  await page.setViewportSize(viewport);
}

/** A long article with every feature. */
export const LONG_READ = 'articles/the-long-read.html';

/** The path of the provided article. */
export function providedArticle(): string {
  const [path] = pagesOf('providedSite').filter((page) => page.startsWith('articles/'));
  if (path === undefined) throw new Error('The provided article has no page.');
  return path;
}
