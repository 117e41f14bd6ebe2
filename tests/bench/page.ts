import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { globSync, readFileSync } from 'node:fs';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserPath } from '../browser/launch-browser.ts';
import { scratchProject } from '../scratch-project.ts';
import { servePages } from './gzip-server.ts';

/*
 * The page of the provided article as Lighthouse sees it: its scores, and its largest contentful
 * paint beside that of a bare page with the same text, the two in turns, in one run.
 */

/** Of each page. Odd, so that there is one in the middle. */
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** The largest contentful paint of the page, by that of the bare one. */
const MOST = 1.1;

/** The provided text as anyone would write it by hand: no style, no script, no policy. */
function barePage(text: string): string {
  const [headline = '', ...paragraphs] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${headline}</title>
<link rel="icon" href="data:,">
<h1>${headline}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // The address of a server that listens on a port is never a string.
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const project = await scratchProject('content');
const { exitCode, stdout, stderr } = await project.build();
if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
const [article = ''] = globSync('dist/articles/*.html', { cwd: project.folder });
const pages = {
  'page.html': readFileSync(`${project.folder}/${article}`),
  'bare.html': barePage(readFileSync('tests/fixtures/provided-article/input.txt', 'utf8')),
};
await project.remove();

const port = await freePort();
const server = await servePages(pages);
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: [`--remote-debugging-port=${port}`],
  chromiumSandbox: false,
});

const scores = new Map<string, number[]>(CATEGORIES.map((category) => [category, []]));
const paints: Record<keyof typeof pages, number[]> = { 'page.html': [], 'bare.html': [] };
for (let run = 0; run < RUNS; run++) {
  for (const name of ['page.html', 'bare.html'] as const) {
    const result = await lighthouse(server.url + name, {
      port,
      logLevel: 'silent',
      onlyCategories: CATEGORIES,
    });
    if (!result) throw new Error('Lighthouse gave no result.');
    const { audits, categories } = result.lhr;
    paints[name].push(audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
    if (name === 'bare.html') continue;
    for (const [category, values] of scores) {
      values.push(Math.round((categories[category]?.score ?? 0) * 100));
    }
    for (const audit of Object.values(audits)) {
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative') {
        console.log(`  not full: ${audit.id} ${audit.displayValue ?? ''}`);
      }
    }
  }
}
await browser.close();
await server.close();

for (const [category, values] of scores) console.log(`  ${category}: ${median(values)}`);
const page = median(paints['page.html']);
const bare = median(paints['bare.html']);
const ratio = page / bare;
console.log(
  `  largest contentful paint: ${page.toFixed(0)} ms, bare page ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(3)} (median of ${RUNS} runs each)`,
);
const allFull = [...scores.values()].every((values) => median(values) === 100);
if (!allFull || !(ratio <= MOST)) {
  console.error(`  Wanted: 100 in every category, and a ratio of at most ${MOST}.`);
  process.exitCode = 1;
}
