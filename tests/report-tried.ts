import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';
import type { Tried } from './tried.ts';

/** Prints at the end of a run how many vectors, cases and faults its tests have tried. */
export default class TriedReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const tried = tests.flatMap((test) => test.meta().tried ?? []);
    if (tried.length === 0) return;
    const sum = (kind: keyof Tried): string =>
      tried.reduce((total, counts) => total + counts[kind], 0).toLocaleString('en');
    // The failures of all tests, because a test can fail before it counts anything.
    const failures = modules.flatMap(failuresIn).length + unhandledErrors.length;
    const stopped = reason === 'interrupted' ? ' before the run was stopped' : '';
    console.log(
      `\nTried: ${sum('vectors')} vectors, ${sum('cases')} cases, ${sum('faults')} faults, ` +
        `with ${failures} ${failures === 1 ? 'failure' : 'failures'}${stopped}.`,
    );
  }
}

/** The tests that failed, or the file itself if it failed in another way. */
function failuresIn(module: TestModule): unknown[] {
  const failed = [...module.children.allTests('failed')];
  return failed.length > 0 || module.ok() ? failed : [module];
}
