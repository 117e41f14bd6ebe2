import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import {
  listForeignRequests,
  openInFrames,
  watchFrames,
  type Expectation,
  type FrameReport,
} from './vector-frames.ts';

/** What pages of vectors did, and what they asked for. */
export interface Opening {
  readonly reports: readonly FrameReport[];
  /** What was asked of other hosts. */
  readonly asked: readonly string[];
  /** Dialogs, navigations of the whole page, messages on the console. */
  readonly complaints: readonly string[];
}

/** More of them wait for each other's layout; fewer, and the waiting is for timers. */
const FRAMES_AT_ONCE = 20;
const SLOWEST_MACHINE_MS = 300_000;
/** Each is a process of the browser's: while one waits for its frames to settle, another works. */
const TABS = 2;

/** Without an icon of its own, Chrome asks for `/favicon.ico` and logs that there is none. */
const HOST_PAGE =
  '<!doctype html><meta charset="utf-8"><title>F</title><link rel="icon" href="data:,">';

/**
 * Opens pages of a folder each in a frame of its own, in pages beside them.
 * @param settleMs how long a page may do things after it has loaded
 * @param sandbox keeps a frame without protection from leading the whole page away
 */
export async function openVectorPages(
  browser: Browser,
  folder: string,
  expectations: readonly Expectation[],
  options: { readonly settleMs: number; readonly sandbox?: string },
): Promise<Opening> {
  await writeFile(join(folder, 'frames.html'), HOST_PAGE);
  const site = await serveFolder(folder);
  const context = await browser.newContext();
  context.setDefaultTimeout(SLOWEST_MACHINE_MS);
  await watchFrames(context);
  const asked = listForeignRequests(context, new URL(site.url).origin);
  const complaints: string[] = [];
  const batches = Map.groupBy(expectations.entries(), ([n]) => Math.floor(n / FRAMES_AT_ONCE));
  const waiting = batches.values();
  const reports = await Promise.all(
    Array.from({ length: TABS }, async () => {
      const seen: FrameReport[] = [];
      // One page for all batches: a process that is there already, and warm, costs half as much.
      const page = await openHost(context, site, complaints);
      for (const batch of waiting) {
        const pages = batch.map(([, expectation]) => expectation);
        seen.push(...(await openInFrames(page, pages, options)));
      }
      await page.close();
      return seen;
    }),
  );
  await context.close();
  await site.close();
  return { reports: reports.flat(), asked, complaints };
}

async function openHost(
  context: BrowserContext,
  site: ServedFolder,
  complaints: string[],
): Promise<Page> {
  const page = await context.newPage();
  const host = `${site.url}frames.html`;
  await page.goto(host);
  noteComplaints(page, complaints);
  return page;
}

/** Notes down whatever a page shows, says or leads to that it should not. */
export function noteComplaints(page: Page, complaints: string[]): void {
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) complaints.push(`navigation: ${frame.url()}`);
  });
}
