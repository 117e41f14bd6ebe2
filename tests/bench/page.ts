import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserPath } from '../browser/launch-browser.ts';
import { freePort, scratchProject } from '../scratch-project.ts';
import { serveFolder } from '../serve-folder.ts';

/*
 * Runs Lighthouse on the page of the provided article, and compares its largest contentful paint with
 * that of a bare page with the same text. The runs of the two pages alternate.
 */

/** For each page. Odd, so that the median is one of them. */
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Of the page's largest contentful paint to that of the bare page. */
const MAX_RATIO = 1.08;

/** Returns the provided text as a page without CSS, JavaScript or Content Security Policy. */
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

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const project = await scratchProject('content');
const site = join(project.folder, 'dist');
const { exitCode, stdout, stderr } = await project.build();
if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
const [article = ''] = globSync('articles/*.html', { cwd: site });
const paths = { page: article, bare: 'bare.html' } as const;
writeFileSync(
  join(site, paths.bare),
  barePage(readFileSync('tests/fixtures/provided-article/input.txt', 'utf8')),
);
// Precompress files, as hosts do.
for (const file of globSync('**/*.{html,js}', { cwd: site })) {
  writeFileSync(join(site, `${file}.gz`), gzipSync(readFileSync(join(site, file)), { level: 9 }));
}

const port = await freePort();
const server = await serveFolder(site);
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: [`--remote-debugging-port=${port}`],
  chromiumSandbox: false,
});

const scores = new Map<string, number[]>(CATEGORIES.map((category) => [category, []]));
const paints: Record<keyof typeof paths, number[]> = { page: [], bare: [] };
for (let run = 0; run < RUNS; run++) {
  for (const name of ['page', 'bare'] as const) {
    const result = await lighthouse(server.url + encodeURI(paths[name]), {
      port,
      logLevel: 'silent',
      onlyCategories: CATEGORIES,
    });
    if (!result) throw new Error('Lighthouse returned no result.');
    const { audits, categories } = result.lhr;
    paints[name].push(audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
    if (name === 'bare') continue;
    for (const [category, values] of scores) {
      values.push(Math.round((categories[category]?.score ?? 0) * 100));
    }
    for (const audit of Object.values(audits)) {
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative') {
        console.log(`  below 90: ${audit.id} ${audit.displayValue ?? ''}`);
      }
    }
  }
}
await browser.close();
await server.close();
await project.remove();

for (const [category, values] of scores) console.log(`  ${category}: ${median(values)}`);
const page = median(paints.page);
const bare = median(paints.bare);
const ratio = page / bare;
console.log(
  `  largest contentful paint: ${page.toFixed(0)} ms, bare page ${bare.toFixed(0)} ms, ratio ${ratio.toFixed(3)} (median of ${RUNS} runs each)`,
);
const allPerfect = [...scores.values()].every((values) => median(values) === 100);
if (!allPerfect || !(ratio <= MAX_RATIO)) {
  console.error(`  Required: 100 in every category, and a ratio of at most ${MAX_RATIO}.`);
  process.exitCode = 1;
}
