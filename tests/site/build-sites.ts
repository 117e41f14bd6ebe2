import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { generatePublication } from '../generate-publication.ts';
import { paint } from '../paint.ts';
import { silence, STARTS } from '../recordings.ts';
import { privatePicture } from '../private-pictures.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the site with the provided article only. */
    providedSite: string;
    /** The folder of the site of `tests/fixtures/publication`, which uses every feature. It has no `url`. */
    fixtureSite: string;
    /** The output of its build. */
    fixtureSiteReport: string;
    /** The folder of a site with 150 generated articles in six languages, and a `url`. */
    generatedSite: string;
    /** The output of its build. */
    generatedSiteReport: string;
    /** The folder of the site of `tests/fixtures/newsroom`, which uses every key, and has a `url`. */
    newsroomSite: string;
  }
}

/** Vitest's global setup: builds the sites for all tests, unless only unit tests run. */
export default async function buildSites(
  vitest: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  if (!needsSites(vitest)) return undefined;
  const [provided, fixture, generated, newsroom] = await Promise.all([
    buildSite(scratchProject('content')),
    buildSite(fixtureProject()),
    buildSite(generatedProject()),
    buildSite(newsroomProject()),
  ]);
  vitest.provide('providedSite', provided.site);
  vitest.provide('fixtureSite', fixture.site);
  vitest.provide('fixtureSiteReport', fixture.report);
  vitest.provide('generatedSite', generated.site);
  vitest.provide('generatedSiteReport', generated.report);
  vitest.provide('newsroomSite', newsroom.site);
  return async () => {
    for (const { remove } of [provided, fixture, generated, newsroom]) await remove();
  };
}

function needsSites({ vitest }: TestProject): boolean {
  return vitest.projects.some(({ name }) => name === 'site' || name === 'browser');
}

/** Builds a project. */
export async function buildSite(created: ScratchProject | Promise<ScratchProject>) {
  const project = await created;
  const { exitCode, stdout, stderr } = await project.build();
  if (exitCode !== 0) throw new Error(`The site could not be built:\n${stdout}${stderr}`);
  return { site: join(project.folder, 'dist'), report: stdout, remove: project.remove };
}

/** A copy of `tests/fixtures/publication` with its pictures. */
export async function fixtureProject(): Promise<ScratchProject> {
  const project = await scratchProject('tests/fixtures/publication');
  const pictures = 'content/articles/harbour-at-dawn';
  await project.write(`${pictures}/harbour.jpg`, await paint('jpeg', 1800, 1200));
  await project.write('content/articles/portrait/portrait.jpg', await paint('jpeg', 900, 1600));
  await project.write(`${pictures}/nets.png`, await paint('png', 600, 400));
  return project;
}

/**
 * A copy of `tests/fixtures/newsroom` with its pictures.
 * @param scale of the pictures: encoding small ones takes less time
 */
export async function newsroomProject(scale = 1): Promise<ScratchProject> {
  const project = await scratchProject('tests/fixtures/newsroom');
  const pictures = [
    ['articles/breakwater.jpg', 'jpeg', 900, 600],
    ['articles/gangkou-1.jpg', 'jpeg', 1800, 1200],
    ['articles/gangkou-2.jpg', 'jpeg', 800, 1200],
    ['articles/gangkou-3.jpg', 'jpeg', 1280, 850],
    ['articles/mina-1.jpg', 'jpeg', 1200, 800],
    ['articles/mina-2.jpg', 'jpeg', 600, 900],
  ] as const;
  for (const [path, format, width, height] of pictures) {
    await project.write(`content/${path}`, await paint(format, width * scale, height * scale));
  }
  await project.write('content/articles/interview.wav', silence());
  await project.write('content/articles/mina.mp4', STARTS.mp4);
  await project.write(
    'content/authors/ada.jpg',
    await privatePicture('jpeg', 900 * scale, 700 * scale),
  );
  await project.write(
    'content/authors/bo.png',
    await privatePicture('png', 500 * scale, 500 * scale),
  );
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
  await generatePublication(project, 150, publication.join('\n'));
  return project;
}
