import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveFolder } from '../serve-folder.ts';
import type { Expectation } from './inspect-frames.ts';
import { openInFrames, type FrameReport } from './vector-frames.ts';
import {
  collectForeignRequests,
  collectProblems,
  reportScripts,
  withoutServiceWorker,
} from './watch-context.ts';

/** What pages of vectors did in the browser. */
export interface Opening {
  readonly reports: readonly FrameReport[];
  readonly foreignRequests: readonly string[];
  /** Dialogs, navigations of the top window, console messages. */
  readonly problems: readonly string[];
}

/** With more, frames wait for each other's layout; with fewer, for their timers. */
const FRAMES_AT_ONCE = 20;
const SLOWEST_MACHINE_MS = 300_000;
/** Each is a process of its own: while the frames of one settle, another works. */
const TABS = 2;

/** Without an icon of its own, Chrome asks for `/favicon.ico` and logs that there is none. */
const HOST_PAGE =
  '<!doctype html><meta charset="utf-8"><title>Frames</title><link rel="icon" href="data:,">';

/**
 * Opens pages of a folder in frames, some at a time.
 * @param sandbox the `sandbox` attribute of the frames; none when absent
 */
export async function openVectorPages(
  browser: Browser,
  folder: string,
  expectations: readonly Expectation[],
  sandbox?: string,
): Promise<Opening> {
  await writeFile(join(folder, 'frames.html'), HOST_PAGE);
  const site = await serveFolder(folder);
  const context = await browser.newContext();
  context.setDefaultTimeout(SLOWEST_MACHINE_MS);
  await reportScripts(context);
  await withoutServiceWorker(context);
  const foreignRequests = collectForeignRequests(context, new URL(site.url).origin);
  const problems: string[] = [];
  const batches = Map.groupBy(expectations.entries(), ([n]) => Math.floor(n / FRAMES_AT_ONCE));
  // The tabs share one iterator: each takes the next batch when it has finished one.
  const waiting = batches.values();
  const reports = await Promise.all(
    Array.from({ length: TABS }, async () => {
      const seen: FrameReport[] = [];
      // One page for all batches: a warm process takes half the time.
      const page = await openHostPage(context, site.url, problems);
      for (const batch of waiting) {
        const pages = batch.map(([, expectation]) => expectation);
        seen.push(...(await openInFrames(page, pages, sandbox)));
      }
      await page.close();
      return seen;
    }),
  );
  await context.close();
  await site.close();
  return { reports: reports.flat(), foreignRequests, problems };
}

async function openHostPage(
  context: BrowserContext,
  site: string,
  problems: string[],
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site}frames.html`);
  collectProblems(page, problems);
  return page;
}
