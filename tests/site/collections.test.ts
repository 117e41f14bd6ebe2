import { expect, test } from 'vitest';
import { runCommand, scratchProject } from '../scratch-project.ts';

test(
  'Node loads the loaders of the collections, instead of Vite',
  { timeout: 60_000 },
  async () => {
    const project = await scratchProject();
    const { exitCode, stderr } = await runCommand(
      ['env', 'DEBUG=vite:load', 'node', 'src/cli/astro.ts', 'sync'],
      project.folder,
    );
    await project.remove();
    expect(exitCode, stderr).toBe(0);
    expect(stderr).toContain('content.config.ts');
    expect(stderr).not.toContain('article-loader.ts');
  },
);
