import { ProblemsError } from '../article/problem.ts';
import { buildSite, type BuildWork } from '../build/build-site.ts';
import { progressOn } from './progress.ts';

/*
 * `npm run build`: content/ into dist/. Ends with exit code 1, and leaves dist/ as it was, if
 * anything about the content is wrong. `npm run build -- --verbose` shows what Astro does as well,
 * and where in the code a fault of the software arose.
 *
 * package.json starts it with a smaller space for what is new than Node takes (`--max-semi-space-size`):
 * of 10,000 articles, a build holds 200 MB less, and takes hardly longer.
 */

const verbose = process.argv.includes('--verbose');
const started = performance.now();
const progress = progressOn(process.stderr);

try {
  const { articles, drafts, leftOut, work } = await buildSite({
    outDir: 'dist',
    verbose,
    progress,
  });
  progress.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const left = drafts === 0 ? '' : `, ${count(drafts, 'draft')} left out`;
  const made = `Built ${count(articles, 'article')} into dist/ in ${seconds} s${left}.`;
  console.log(`${made} ${sayWork(work)}`);
  for (const sentence of leftOut) console.log(sentence);
} catch (error) {
  progress.end();
  console.error(`\n${describe(error)}\n\nNothing was built: dist/ is as it was.`);
  process.exitCode = 1;
}

/** How much of the work had been done before. */
function sayWork({ parsed, rendered, reused }: BuildWork): string {
  if (rendered === 0) return `Nothing has changed: ${count(reused, 'page')} left as they were.`;
  const pages = `${count(rendered, 'page')} rendered, ${reused.toLocaleString('en')} reused`;
  return `${count(parsed, 'article')} parsed, ${pages}.`;
}

function describe(error: unknown): string {
  if (error instanceof ProblemsError) {
    return `${error.message}\n\n${count(error.problems.length, 'problem')} in the content.`;
  }
  if (!(error instanceof Error)) return String(error);
  return `The software failed: ${verbose ? (error.stack ?? error.message) : error.message}`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
