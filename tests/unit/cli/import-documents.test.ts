import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportFolder } from '../import/import-command.ts';

let folder: ImportFolder;

beforeEach(() => {
  folder = new ImportFolder();
});
afterEach(() => {
  folder.remove();
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a fragment with a picture becomes a folder, and the summary has five lines', async () => {
  folder.write('quay.png', PNG);
  folder.write('copy.png', PNG);
  folder.write(
    'a.html',
    '<h1>Ferries</h1><p>Text.</p><img src="quay.png" alt="A quay"><img src="copy.png" alt="Again">',
  );
  const { stdout, exitCode } = await folder.run(['--report', 'ledger.json', 'a.html']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('a.html → content/articles/ferries/index.md\n');
  expect(stdout).toMatch(
    /1 article written\.\nKept {5}5 parts of 1 document\nMoved {4}1 to front matter\nOmitted {2}nothing\nReport {3}.*ledger\.json\n$/,
  );
  // The same bytes are one file.
  expect(folder.read('content/articles/ferries/index.md')).toBe(
    '---\nheadline: Ferries\n---\n\nText.\n\n![A quay](./quay.png)![Again](./quay.png)\n',
  );
  expect(JSON.parse(folder.read('ledger.json'))).toMatchObject({
    documents: [
      {
        document: 'a.html',
        ledger: [{ value: 'Ferries', fate: { moved: 'headline' } }, {}, {}, {}, {}, {}],
      },
    ],
  });
  expect((await folder.run(['a.html'])).stdout).toContain('(already imported, unchanged)');
});

test('a document of which text would be left out is refused, until that is accepted', async () => {
  folder.write('a.md', '---\ntitle: Ferries\n---\n\nBefore.\n\n{{< youtube abc >}}\n\nAfter.');
  const refused = await folder.run(['a.md']);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain(
    'The text "{{< youtube abc >}}" would be left out (not supported).',
  );
  expect(folder.articles()).toEqual([]);
  expect((await folder.run(['--dry-run', '--accept-omissions', 'a.md'])).exitCode).toBe(0);
  expect(folder.articles()).toEqual([]);
  expect((await folder.run(['--accept-omissions', 'a.md'])).exitCode).toBe(0);
  expect(folder.articles()).toEqual(['a.md']);
});

test('pictures are only read in the folder of the document, not through links either', async () => {
  folder.write('secret/quay.png', PNG);
  folder.write(
    'page/a.html',
    '<h1>A</h1><p>B</p><img src="../secret/quay.png"><img src="link.png">',
  );
  symlinkSync(join(folder.path, 'secret/quay.png'), join(folder.path, 'page/link.png'));
  const { stderr } = await folder.run(['page/a.html']);
  expect(stderr).toContain('The picture "../secret/quay.png" would be left out');
  expect(stderr).toContain('The picture "link.png" would be left out');
});

test('--from overrules what the content says, and --formats lists the formats', async () => {
  folder.write('a.txt', '<h1>Head</h1>\n<p>Text.</p>');
  await folder.run(['--from', 'text', 'a.txt']);
  expect(folder.articles()).toEqual(['h1-head-h1.md']);
  const { stdout } = await folder.run(['--formats']);
  expect(stdout).toContain('  html      A web page');
  expect((await folder.run(['--from', 'htlm', 'a.txt'])).stderr).toContain('Did you mean html?');
});
