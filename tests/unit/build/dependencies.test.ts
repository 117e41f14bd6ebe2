import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, test } from 'vitest';
import { z } from 'zod';

const { name: ownName, dependencies } = z
  .looseObject({ name: z.string(), dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Imports that remain when types are removed. An import of `{ type A }` remains, without names. */
const IMPORT =
  /^(?:import|export)\s(?!type\s)[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|import\.meta\.resolve)\('([^']+)'\)/gm;

function importedPackages(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)]
    .map(([, from, plain, dynamic]) => from ?? plain ?? dynamic ?? '')
    .filter((name) => !/^\.|^astro:/.test(name) && !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}

test('a build imports only packages that `NODE_ENV=production npm ci` installs', () => {
  const files = [...globSync('src/**/*.{ts,mjs,astro}'), 'astro.config.mjs'];
  const imported = files.flatMap((file) =>
    importedPackages(file).map((name) => ({ file: file.replaceAll('\\', '/'), name })),
  );
  expect(imported.length).toBeGreaterThan(50);
  const missing = imported.filter(
    ({ name }) => name !== ownName && !Object.hasOwn(dependencies, name),
  );
  expect(missing).toEqual([]);
});

test('the right Node.js is among them', () => {
  expect(dependencies).toHaveProperty('node');
});
