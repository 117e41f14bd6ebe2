import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { scratchProject, type ScratchProject } from '../scratch-project.ts';

vi.setConfig({ testTimeout: 240_000 });

test('a copy of the project in another folder uses the same social cards', async () => {
  const first = await project();
  await build(first);
  const second = await project();
  await second.copyFrom(first, CACHE);
  await build(second);
  expect(readdirSync(join(second.folder, CACHE))).toEqual(readdirSync(join(first.folder, CACHE)));
});

const CACHE = '.astro/cache/social';

async function project(): Promise<ScratchProject> {
  const project = await scratchProject();
  onTestFinished(() => project.remove());
  await project.write(
    'content/publication.yaml',
    'name: Scratch\nlanguage: en\nurl: https://scratch.example/\n',
  );
  await project.write('content/articles/one.md', '---\nheadline: One\n---\nText.\n');
  return project;
}

async function build(project: ScratchProject): Promise<void> {
  const { exitCode, stderr } = await project.build();
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
}
