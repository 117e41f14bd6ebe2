import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PARSING_CODE } from '../../../src/cache/software-version.ts';
import { runCommand, scratchProject } from '../../scratch-project.ts';

const project = join(import.meta.dirname, '../../..');

/** Returns a file and all its direct and indirect imports. */
function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(join(project, file), 'utf8');
  for (const [, path = ''] of code.matchAll(/from '(\.[^']+)'/g)) {
    withImports(posix.join(posix.dirname(file), path), known);
  }
  return known;
}

test('the parser version covers every file that the parser imports', () => {
  const files = [...withImports('src/content/read-articles.ts')];
  expect(files.length).toBeGreaterThan(40);
  const uncovered = files.filter(
    (file) => !PARSING_CODE.some((path) => file === path || file.startsWith(`${path}/`)),
  );
  expect(uncovered).toEqual([]);
});

test.each([
  { file: 'src/layouts/Page.astro', changed: ['software'] },
  { file: 'astro.config.mjs', changed: ['software'] },
  { file: 'src/markdown/render.ts', changed: ['software', 'parser'] },
  { file: 'package-lock.json', changed: ['software', 'parser'] },
])('an edit of $file changes the versions $changed', async ({ file, changed }) => {
  const scratch = await scratchProject();
  onTestFinished(scratch.remove);
  const before = await versionsIn(scratch.folder);
  expect(await versionsIn(scratch.folder)).toEqual(before);
  await scratch.write(file, '// Edited.');
  const after = await versionsIn(scratch.folder);
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(changed);
});

async function versionsIn(folder: string): Promise<Record<string, string | undefined>> {
  const { stdout } = await runCommand(['node', '--eval', PRINT_VERSIONS], folder);
  const [software, parser] = stdout.trim().split(' ');
  return { software, parser };
}

const PRINT_VERSIONS = `
  import('./src/cache/software-version.ts').then(({ softwareVersion, parserVersion }) => {
    console.log(softwareVersion(), parserVersion());
  });
`;
