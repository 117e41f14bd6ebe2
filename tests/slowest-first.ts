import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than most, from the slowest on. */
const SLOWEST = [
  'browser/vectors.test.ts',
  'site/last-build.test.ts',
  'browser/reading/themes.test.ts',
  'site/reuse.test.ts',
  'browser/dev-server.test.ts',
  'unit/hostile/limits.test.ts',
  'site/rough-machines.test.ts',
  'browser/hosting.test.ts',
  'browser/parsed-tree.test.ts',
  'site/interrupted-builds.test.ts',
  'unit/import/killed.test.ts',
];

/**
 * Starts the slowest files first, so that none of them runs alone at the end. By itself, Vitest
 * starts project after project, and in a new clone it doesn't know how long files take.
 */
export default class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = SLOWEST.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
  return rank === -1 ? SLOWEST.length : rank;
}
