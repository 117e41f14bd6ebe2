import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../scratch-project.ts';

const vitest = resolve('node_modules/vitest/vitest.mjs');

test.each([
  ['', 'Tried: 0 vectors, 3 cases, 0 faults, with 0 failures.'],
  [`test('b', () => { throw new Error(); });`, '0 faults, with 1 failure.'],
  [`test('b', () => void Promise.reject(new Error()));`, '0 faults, with 1 failure.'],
  [`afterAll(() => { throw new Error(); });`, '0 faults, with 1 failure.'],
])('a run with "%s" ends with "%s"', async (code, summary) => {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-tried-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const source = `
    import { afterAll, test } from 'vitest';
    import { noteTried } from ${JSON.stringify(resolve('tests/tried.ts'))};
    test('a', () => noteTried({ cases: 3 }));
    ${code}`;
  await writeFile(join(folder, 'a.test.ts'), source);
  const reporter = resolve('tests/report-tried.ts');
  const { stdout } = await runCommand(
    [process.execPath, vitest, 'run', '--reporter', reporter],
    folder,
  );
  expect(stdout).toContain(summary);
});
