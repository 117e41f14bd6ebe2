import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unprotectedPage } from '../hostile/unprotected-page.ts';
import { readPageVectors } from '../hostile/vectors.ts';
import { launchBrowser } from './launch-browser.ts';
import { openVectorPages } from './open-vector-pages.ts';
import { LEFT } from './vector-frames.ts';

/** Of the vectors on pages without protection: those that do something, and those that are noticed. */
const LEAST_THAT_RUN = 0.35;
const LEAST_THAT_SHOW = 0.75;

test('the vectors of the other tests do fire on pages that trust their articles', async () => {
  const vectors = readPageVectors();
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
  const { reports, asked } = await openVectorPages(browser, folder, pages, {
    settleMs: 250,
    // Without leave to lead the whole page away: the others in the same batch would go with it.
    sandbox: 'allow-scripts allow-same-origin allow-forms',
  });
  const ran = reports.filter(
    ({ path, events, faults }) =>
      events.length > 0 ||
      faults.includes(LEFT) ||
      asked.some((request) => request.endsWith(`(${path})`)),
  );
  const seen = reports.filter((report) => ran.includes(report) || report.faults.length > 0);
  console.log(
    `Vectors on pages without protection: of ${reports.length}, ${ran.length} run, load or lead away, ` +
      `and ${seen.length - ran.length} more leave what has no place in an article.`,
  );
  // The others are for browsers of the past, or half of a vector that needs its other half.
  expect(ran.length / reports.length).toBeGreaterThan(LEAST_THAT_RUN);
  expect(seen.length / reports.length).toBeGreaterThan(LEAST_THAT_SHOW);
}, 600_000);
