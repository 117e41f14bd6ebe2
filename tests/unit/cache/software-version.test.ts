import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PARSING_CODE } from '../../../src/cache/software-version.ts';
import { runCommand, scratchProject } from '../../scratch-project.ts';

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
  const files = [...withImports('src/content/read-articles.ts')];
  expect(files.length).toBeGreaterThan(40);
  const uncovered = files.filter(
    (file) => !PARSING_CODE.some((path) => file === path || file.startsWith(`${path}/`)),
  );
  expect(uncovered).toEqual([]);
});

test('the version of the software is another after an edit of a layout or a setting of Astro, and that of the parser with it after one of a package', async () => {
  const scratch = await scratchProject();
  onTestFinished(scratch.remove);
  const versions = async (): Promise<{ software: string; parser: string }> => {
    const { stdout } = await runCommand(['node', '--eval', PRINT_VERSIONS], scratch.folder);
    const [software = '', parser = ''] = stdout.trim().split(' ');
    return { software, parser };
  };
  await scratch.write('package-lock.json', '{}');
  const first = await versions();
  expect(await versions()).toEqual(first);
  await scratch.write('src/layouts/Page.astro', '');
  const layout = await versions();
  expect(layout.software).not.toBe(first.software);
  expect(layout.parser).toBe(first.parser);
  await scratch.write('astro.config.mjs', '');
  const settings = await versions();
  expect(settings.software).not.toBe(layout.software);
  await scratch.write('package-lock.json', '{"packages":{}}');
  const packages = await versions();
  expect(packages.software).not.toBe(settings.software);
  expect(packages.parser).not.toBe(settings.parser);
});

const PRINT_VERSIONS = `
  import('./src/cache/software-version.ts').then(({ softwareVersion, parserVersion }) => {
    console.log(softwareVersion(), parserVersion());
  });
`;
