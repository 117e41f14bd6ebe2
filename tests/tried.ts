import { TestRunner, type RunnerTestCase } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What the test has tried so far: see `noteTried`. */
    tried?: Tried;
  }
}

/** What tests of hostile texts and careless files try, each counted once. */
export interface Tried {
  /** Published attacks, each opened in a browser. */
  readonly vectors: number;
  /** Inputs, made up or published, given to a function. */
  readonly cases: number;
  /** What goes wrong around a build or an import: kills, full disks, files that are none. */
  readonly faults: number;
}

/** Notes down what the test that runs has tried: the sum of all is said at the end of the run. */
export function noteTried(more: Partial<Tried>): void {
  const { meta } = TestRunner.getCurrentTest<RunnerTestCase>();
  const { vectors = 0, cases = 0, faults = 0 } = meta.tried ?? {};
  meta.tried = {
    vectors: vectors + (more.vectors ?? 0),
    cases: cases + (more.cases ?? 0),
    faults: faults + (more.faults ?? 0),
  };
}
