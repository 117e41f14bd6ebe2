import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const versions = z.record(z.string(), z.string());
const manifest = z
  .looseObject({
    dependencies: versions,
    devDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const lockedPackage = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .looseObject({ packages: z.record(z.string(), lockedPackage) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

test('every dependency is named in one exact version', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
});

test('every package of the lock file has its version and its digest, and no address', () => {
  expect(locked.length).toBeGreaterThan(100);
  const unsure = locked.filter(
    ([, { version, integrity, resolved, inBundle }]) =>
      version === undefined ||
      resolved !== undefined ||
      (inBundle !== true && integrity?.startsWith('sha512-') !== true),
  );
  expect(unsure.map(([path]) => path)).toEqual([]);
});

test('every package that has an install script has been decided on, and the others have not', () => {
  const withScript = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const undecided = withScript.filter((name) => !Object.hasOwn(manifest.allowScripts, name));
  // Only where the file system can tell of changes by itself: never installed on most machines.
  expect([...new Set(undecided)].filter((name) => name !== 'fsevents')).toEqual([]);
  const needless = Object.keys(manifest.allowScripts).filter((name) => !withScript.includes(name));
  expect(needless).toEqual([]);
});

test('only the runtime itself may run a script when it is installed', () => {
  const approved = Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed);
  expect(approved.map(([name]) => name)).toEqual(['node']);
});
