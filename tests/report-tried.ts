import type { Reporter, TestModule } from 'vitest/node';
import type { Tried } from './tried.ts';

/** Says at the end of a run how many vectors, cases and faults its tests have tried. */
export default class TriedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const trying = tests.filter((test) => test.meta().tried);
    if (trying.length === 0) return;
    const sum = (kind: keyof Tried): string =>
      trying.reduce((sum, test) => sum + (test.meta().tried?.[kind] ?? 0), 0).toLocaleString('en');
    const failures = trying.filter((test) => !test.ok()).length;
    console.log(
      `\nTried: ${sum('vectors')} vectors, ${sum('cases')} cases, ${sum('faults')} faults, ` +
        `with ${failures} failures.`,
    );
  }
}
