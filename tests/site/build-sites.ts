import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { generatePublication } from '../generate-publication.ts';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';
import { readsSites } from './reads-sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site of the project's own content: the provided article. */
    providedSite: string;
    /** The built site of `tests/fixtures/publication`: every feature at least once. */
    fixtureSite: string;
    /** What its build printed. */
    fixtureSiteReport: string;
    /** The built site of 300 made-up articles in six languages, with a `url`. */
    generatedSite: string;
    /** What its build printed. */
    generatedSiteReport: string;
  }
}

/** Builds the sites that tests read, once, before the first of them: side by side. */
export default async function buildSites(
  vitest: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (!readsSites(vitest)) return undefined;
  const [provided, fixture, generated] = await Promise.all([
    built(scratchProject('content')),
    built(fixtureProject()),
    built(generatedProject()),
  ]);
  vitest.provide('providedSite', provided.site);
  vitest.provide('fixtureSite', fixture.site);
  vitest.provide('fixtureSiteReport', fixture.report);
  vitest.provide('generatedSite', generated.site);
  vitest.provide('generatedSiteReport', generated.report);
  return async () => {
    for (const { remove } of [provided, fixture, generated]) await remove();
  };
}

async function built(made: Promise<ScratchProject>) {
  const project = await made;
  const { exitCode, stdout, stderr } = await project.build();
  if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  return { site: join(project.folder, 'dist'), report: stdout, remove: project.remove };
}

async function fixtureProject(): Promise<ScratchProject> {
  const project = await scratchProject('tests/fixtures/publication');
  const pictures = 'content/articles/harbour-at-dawn';
  await project.write(`${pictures}/harbour.jpg`, await paint('jpeg', 1800, 1200));
  await project.write(`${pictures}/nets.png`, await paint('png', 600, 400));
  return project;
}

async function generatedProject(): Promise<ScratchProject> {
  const project = await scratchProject();
  const publication = [
    'name: The Harbour Gazette & <Sons>',
    'language: en',
    'description: News from the lower town, "as it happens".',
    'url: https://gazette.example/deep/path',
  ];
  await generatePublication(project, 300, publication.join('\n'));
  return project;
}
