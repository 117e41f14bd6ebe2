import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { PARSING_CODE } from '../../../src/collection/software-version.ts';

const project = join(import.meta.dirname, '../../..');

/** A file of the project and all that it imports, directly or not. */
function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(join(project, file), 'utf8');
  for (const [, path = ''] of code.matchAll(/from '(\.[^']+)'/g)) {
    withImports(posix.join(posix.dirname(file), path), known);
  }
  return known;
}

test('the version of the parser covers every file that parsing uses', () => {
  const files = [...withImports('src/collection/read-articles.ts')];
  expect(files.length).toBeGreaterThan(40);
  const uncovered = files.filter(
    (file) => !PARSING_CODE.some((path) => file === path || file.startsWith(`${path}/`)),
  );
  expect(uncovered).toEqual([]);
});
