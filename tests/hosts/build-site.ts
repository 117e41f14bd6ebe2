import type { TestProject } from 'vitest/node';
import { buildSite, fixtureProject } from '../site/build-sites.ts';

/** Builds the fixture publication with a `url`, so that it has feeds, sitemaps and robots.txt. */
export default async function buildHostedSite(vitest: TestProject): Promise<() => Promise<void>> {
  const project = await fixtureProject();
  await project.write(
    'content/publication.yaml',
    'name: The Fixture Gazette\nlanguage: en\nurl: https://gazette.example/\n',
  );
  const { site, remove } = await buildSite(project);
  vitest.provide('fixtureSite', site);
  return remove;
}
