import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { paint } from '../paint.ts';
import { scratchProject } from '../scratch-project.ts';
import { readsSites } from './reads-sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site of the project's own content: the provided article. */
    providedSite: string;
    /** The built site of `tests/fixtures/publication`: every feature at least once. */
    fixtureSite: string;
    /** What its build printed. */
    fixtureSiteReport: string;
  }
}

/** Builds the sites that tests read, once, before the first of them. */
export default async function buildSites(
  vitest: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (!readsSites(vitest)) return undefined;
  const provided = await scratchProject('content');
  const fixture = await scratchProject('tests/fixtures/publication');
  await fixture.write(
    'content/articles/harbour-at-dawn/harbour.jpg',
    await paint('jpeg', 1800, 1200),
  );
  await fixture.write('content/articles/harbour-at-dawn/nets.png', await paint('png', 600, 400));
  for (const site of [provided, fixture]) {
    const { exitCode, stdout, stderr } = await site.build();
    if (site === fixture) vitest.provide('fixtureSiteReport', stdout);
    if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  }
  vitest.provide('providedSite', join(provided.folder, 'dist'));
  vitest.provide('fixtureSite', join(fixture.folder, 'dist'));
  return async () => {
    await provided.remove();
    await fixture.remove();
  };
}
