import { argv, exit } from 'node:process';

/*
 * `npm run bench -- NAME …` runs benchmarks, or all of them without a name.
 */

/** Importing a benchmark runs it. */
const BENCHMARKS: Readonly<Record<string, () => Promise<unknown>>> = {
  build: () => import('./build.ts'),
  import: () => import('./import.ts'),
  page: () => import('./page.ts'),
  pictures: () => import('./pictures.ts'),
};

const names = argv.length > 2 ? argv.slice(2) : Object.keys(BENCHMARKS);

for (const name of names) {
  const benchmark = BENCHMARKS[name];
  if (!benchmark) {
    console.error(
      `There is no benchmark "${name}". There are: ${Object.keys(BENCHMARKS).join(', ')}`,
    );
    exit(1);
  }
  console.log(`\n${name}`);
  await benchmark();
}
