import { globSync, readFileSync, statSync } from 'node:fs';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paint } from '../paint.ts';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

// A case is several builds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Writes how far the pictures are to a file, and fails when all are made. */
const FAILING = `{
  name: 'failing',
  hooks: {
    'offprint:progress': ({ step, done, total }) => {
      if (step === 'encoding') appendFileSync('progress', \`\${done} \${total}\\n\`);
    },
    'astro:build:generated': () => { throw new Error('This fails.'); },
  },
}`;

let project: ScratchProject;
let workingConfig: string;
/** What the first build, which fails, leaves. */
let made: Record<string, number>;

beforeAll(async () => {
  project = await scratchProject();
  workingConfig = await readFile(inProject('astro.config.mjs'), 'utf8');
  await article('harbour');
  await failAfterPictures();
  made = writtenPictures();
  expect(made).not.toEqual({});
});

afterAll(() => project.remove());

function inProject(path: string): string {
  return join(project.folder, path);
}

async function article(slug: string): Promise<void> {
  const folder = `content/articles/${slug}`;
  const image = '{ file: picture.jpg, alt: The sea }';
  await project.write(`${folder}/picture.jpg`, await paint('jpeg', 600, 400 + slug.length));
  await project.write(`${folder}/index.md`, `---\nheadline: ${slug}\nimage: ${image}\n---\nOne.\n`);
}

async function failAfterPictures(): Promise<void> {
  const config = workingConfig.replace('offprint()', `offprint(), ${FAILING}`);
  await rm(inProject('progress'), { force: true });
  await project.write('astro.config.mjs', `import { appendFileSync } from 'node:fs';\n${config}`);
  const { exitCode, stderr } = await project.build();
  expect(exitCode).toBe(1);
  expect(stderr).toContain('This fails.');
  await writeFile(inProject('astro.config.mjs'), workingConfig);
}

async function build(): Promise<void> {
  const { exitCode, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}

/** When the pictures in Astro's cache were written, by their paths. */
function writtenPictures(): Record<string, number> {
  const files = globSync('.astro/cache/astro/**/*.{avif,webp,jpg,jpeg}', { cwd: project.folder });
  return Object.fromEntries(
    files.sort().map((file) => [file, statSync(inProject(file)).mtimeMs] as const),
  );
}

function publishedPictures(): Record<string, string> {
  const files = globSync('dist/assets/*.{avif,webp,jpg,jpeg}', { cwd: project.folder });
  return Object.fromEntries(
    files.sort().map((file) => [file, readFileSync(inProject(file), 'base64')] as const),
  );
}

/** The progress of the last build that failed: how many were done, of how many. */
function readProgress(): [number, number][] {
  const lines = readFileSync(inProject('progress'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [done, total] = line.split(' ').map(Number);
    return [done ?? Number.NaN, total ?? Number.NaN];
  });
}

test('the progress goes from nothing to all pictures', () => {
  const progress = readProgress();
  const count = Object.keys(made).length;
  expect(progress[0]).toEqual([0, count]);
  expect(progress.at(-1)).toEqual([count, count]);
  const done = progress.map(([done]) => done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
});

test('the pictures of a build that failed are not made again', async () => {
  await build();
  expect(writtenPictures()).toEqual(made);
});

test('the progress leaves out pictures that were made before', async () => {
  await article('lighthouse');
  await failAfterPictures();
  const count = Object.keys(writtenPictures()).length - Object.keys(made).length;
  expect(count).toBeGreaterThan(0);
  expect(readProgress().at(-1)).toEqual([count, count]);
});

test('a picture that is incomplete after a build that did not finish is made again', async () => {
  await build();
  const published = publishedPictures();
  const before = writtenPictures();
  const [broken = '', ...whole] = Object.keys(before);
  // As if the process had been killed while Astro was writing it.
  await truncate(inProject(broken), 100);
  await rm(inProject('.astro/cache/last-build.json'));
  await build();
  const after = writtenPictures();
  expect(publishedPictures()).toEqual(published);
  expect(after[broken]).not.toBe(before[broken]);
  for (const file of whole) expect(after[file], file).toBe(before[file]);
});
