import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { generatePublication } from '../generate-publication.ts';
import { scratchProject } from '../scratch-project.ts';
import { readsSites } from './reads-sites.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site of 300 made-up articles in six languages, with a `url`. */
    generatedSite: string;
    /** What its build printed. */
    generatedSiteReport: string;
  }
}

/** Builds the generated publication, once for all tests that read it. */
export default async function buildGeneratedSite(
  vitest: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (!readsSites(vitest)) return undefined;
  const project = await scratchProject();
  const publication = [
    'name: The Harbour Gazette & <Sons>',
    'language: en',
    'description: News from the lower town, "as it happens".',
    'url: https://gazette.example/deep/path',
  ];
  await generatePublication(project, 300, publication.join('\n'));
  const { exitCode, stdout, stderr } = await project.build();
  if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  vitest.provide('generatedSite', join(project.folder, 'dist'));
  vitest.provide('generatedSiteReport', stdout);
  return project.remove;
}
