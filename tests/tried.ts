import { TestRunner, type RunnerTestCase } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What the test has tried so far. See `noteTried`. */
    tried?: Tried;
  }
}

/** What the tests of hostile and broken input have tried. */
export interface Tried {
  /** Published attacks that were opened in a browser. */
  readonly vectors: number;
  /** Inputs of a function, generated or published. */
  readonly cases: number;
  /** Problems during a build or an import: a killed process, a full disk, an invalid file. */
  readonly faults: number;
}

/** Adds to what the current test has tried. `report-tried.ts` prints the sum of all tests. */
export function noteTried(more: Partial<Tried>): void {
  const { meta } = TestRunner.getCurrentTest<RunnerTestCase>();
  const { vectors = 0, cases = 0, faults = 0 } = meta.tried ?? {};
  meta.tried = {
    vectors: vectors + (more.vectors ?? 0),
    cases: cases + (more.cases ?? 0),
    faults: faults + (more.faults ?? 0),
  };
}
