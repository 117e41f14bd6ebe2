import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unprotectedPage } from '../hostile/unprotected-page.ts';
import { readPageVectors } from '../hostile/vectors.ts';
import { LEFT } from './inspect-frames.ts';
import { launchBrowser } from './launch-browser.ts';
import { openVectorPages } from './open-vector-pages.ts';

/**
 * The share of vectors that must act on unprotected pages, and the share that must act or leave
 * something to see. The others need a browser of the past, or the other half of a vector.
 */
const LEAST_ACTING = 0.35;
const LEAST_VISIBLE = 0.75;

/** One vector in three is enough to know the shares. */
const SAMPLE = 3;

test('the vectors work on pages that trust their articles', async () => {
  const vectors = readPageVectors().filter((_, n) => n % SAMPLE === 0);
  const folder = await mkdtemp(join(tmpdir(), 'offprint-unprotected-'));
  const browser = await launchBrowser();
  onTestFinished(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });
  for (const { id, text } of vectors) {
    await writeFile(join(folder, `${id}.html`), unprotectedPage(text));
  }
  const pages = vectors.map(({ id }) => ({ path: `${id}.html`, marks: [] }));
  // Not allowed to navigate the top window: the other frames of the batch would go with it.
  const sandbox = 'allow-scripts allow-same-origin allow-forms';
  const { reports, foreignRequests } = await openVectorPages(browser, folder, pages, sandbox);
  const acting = reports.filter(
    ({ path, events, faults }) =>
      events.length > 0 ||
      faults.includes(LEFT) ||
      foreignRequests.some((request) => request.endsWith(`(${path})`)),
  );
  const visible = reports.filter((report) => acting.includes(report) || report.faults.length > 0);
  console.log(
    `Of ${reports.length} vectors on unprotected pages, ${acting.length} run, load or navigate, and ` +
      `${visible.length - acting.length} more leave something that has no place in an article.`,
  );
  expect(acting.length / reports.length).toBeGreaterThan(LEAST_ACTING);
  expect(visible.length / reports.length).toBeGreaterThan(LEAST_VISIBLE);
}, 600_000);
