import { describeProblems, ProblemsError } from '../article/problem.ts';
import { buildSite, type BuildWork } from '../build/build-site.ts';
import { explainFileError } from '../build/explain-file-error.ts';
import { count } from './count.ts';
import { progressOn } from './progress.ts';

/*
 * `npm run build`: content/ into dist/.
 *
 *   --verbose   shows Astro's log, and where in the code a fault of the software is
 *   --fresh     renders every page, whatever the last build left
 *   --strict    takes warnings for problems
 *
 * Exit code 1, and dist/ as it was, if anything is wrong with the content.
 */

const verbose = process.argv.includes('--verbose');
const fresh = process.argv.includes('--fresh');
const strict = process.argv.includes('--strict');
const started = performance.now();
const progress = progressOn(process.stderr);

// Astro writes its store in a timer, whose errors (on a full disk, say) don't reach the `catch` below.
process.on('uncaughtException', fail);
try {
  const { articles, drafts, skipped, warnings, work } = await buildSite({
    outDir: 'dist',
    verbose,
    strict,
    reuse: !fresh,
    onWait: progress.waiting,
    onProgress: (step, done, total) => {
      progress[step](done, total);
    },
  });
  progress.end();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const draftCount = drafts === 0 ? '' : `, ${count(drafts, 'draft')} left out`;
  const built = `Built ${count(articles, 'article')} into dist/ in ${seconds} s${draftCount}.`;
  console.log(`${built} ${describeWork(work)}`);
  if (warnings.length > 0) {
    const number = count(warnings.length, 'warning');
    console.error(`\n${describeProblems(warnings)}\n\n${number} in the content.\n`);
  }
  for (const sentence of skipped) console.log(sentence);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  progress.end();
  console.error(`\n${describe(error)}\n\nNothing was built: dist/ is as it was.`);
  // At once: the search indexer may still be running in its worker.
  process.exit(1);
}

function describeWork({ parsed, rendered, reused }: BuildWork): string {
  if (rendered === 0) return `Nothing has changed: ${count(reused, 'page')} left as they were.`;
  const pages = `${count(rendered, 'page')} rendered, ${reused.toLocaleString('en')} reused`;
  return `${count(parsed, 'article')} parsed, ${pages}.`;
}

function describe(error: unknown): string {
  if (error instanceof ProblemsError) {
    return `${error.message}\n\n${count(error.problems.length, 'problem')} in the content.`;
  }
  const explanation = explainFileError(error);
  if (explanation !== undefined && !verbose) return explanation;
  if (!(error instanceof Error)) return String(error);
  return `The software failed: ${verbose ? (error.stack ?? error.message) : error.message}`;
}
