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
    // Of all tests: one may fail before it has noted down anything.
    const failures = modules.flatMap(failuresIn).length;
    console.log(
      `\nTried: ${sum('vectors')} vectors, ${sum('cases')} cases, ${sum('faults')} faults, ` +
        `with ${failures} failures.`,
    );
  }
}

/** The tests that failed; or the file, if it could not run them. */
function failuresIn(module: TestModule): unknown[] {
  const failed = [...module.children.allTests('failed')];
  return failed.length > 0 || module.ok() ? failed : [module];
}
