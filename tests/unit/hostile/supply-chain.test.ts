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

test('every dependency has an exact version', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  expect(ranges).toEqual([]);
});

test('every package in the lock file has a version and a digest, and no URL', () => {
  expect(locked.length).toBeGreaterThan(100);
  const incomplete = locked.filter(
    ([, { version, integrity, resolved, inBundle }]) =>
      version === undefined ||
      resolved !== undefined ||
      (inBundle !== true && integrity?.startsWith('sha512-') !== true),
  );
  expect(incomplete.map(([path]) => path)).toEqual([]);
});

test('allowScripts lists exactly the packages with an install script', () => {
  const withScript = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const undecided = withScript.filter((name) => !Object.hasOwn(manifest.allowScripts, name));
  // Only installed on macOS.
  expect([...new Set(undecided)].filter((name) => name !== 'fsevents')).toEqual([]);
  const unnecessary = Object.keys(manifest.allowScripts).filter(
    (name) => !withScript.includes(name),
  );
  expect(unnecessary).toEqual([]);
});

test('only the package node may run an install script', () => {
  const approved = Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed);
  expect(approved.map(([name]) => name)).toEqual(['node']);
});
