import type { TestProject } from 'vitest/node';
import { buildSite, fixtureProject } from '../site/build-sites.ts';
import type { EngineName } from './engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine of a project of `npm run test:engines`. */
    engine: EngineName;
  }
}

/** Builds the fixture publication, which uses every feature. */
export default async function buildReadingSite(vitest: TestProject): Promise<() => Promise<void>> {
  const { site, remove } = await buildSite(fixtureProject());
  vitest.provide('fixtureSite', site);
  return remove;
}
