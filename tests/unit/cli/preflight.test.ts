import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../content/temporary-folder.ts';

test('an older Node.js, which runs no TypeScript, is refused in one sentence', () => {
  const old = ['--no-experimental-strip-types', 'src/cli/preflight.mjs'];
  const { status, stdout, stderr } = spawnSync(process.execPath, old, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^Offprint needs Node\.js 22\.18 or newer, and this is [\d.]+: install Node\.js 24, or run "npm ci --ignore-scripts=false", .*\n$/,
  );
});

test('every command checks the version of Node.js first, and works without .env', () => {
  const { scripts } = z
    .looseObject({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const commands = Object.entries(scripts).filter(([name]) => !/^(?:audit$|check:)/.test(name));
  for (const [name, script] of commands) {
    expect(script, name).toMatch(
      /^(?:node src\/cli\/preflight\.mjs && |npm run (?:--silent )?(?:build|sync|check) && )/,
    );
    expect(script, name).not.toContain('--env-file=');
  }
});

test.each(['C# news', 'what?'])('a folder named %j is refused in one sentence', async (name) => {
  const folder = join(await temporaryFolder({ [`${name}/a.txt`]: '' }), name);
  const file = resolve('src/cli/preflight.mjs');
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', cwd: folder });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Offprint cannot work in a folder with "[#?]" in its path: rename .*\n$/);
  expect(stderr).toContain(name);
});

test('other folders are not refused', async () => {
  const folder = join(
    await temporaryFolder({ '100% [new], über & co/a.txt': '' }),
    '100% [new], über & co',
  );
  const file = resolve('src/cli/preflight.mjs');
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', cwd: folder });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
