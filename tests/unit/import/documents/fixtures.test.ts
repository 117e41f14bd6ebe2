import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeProblems } from '../../../../src/article/problem.ts';
import type { ConvertOptions } from '../../../../src/import/convert.ts';
import type { FileConversion } from '../../../../src/import/convert-file.ts';
import { convertInput } from './convert-input.ts';
import {
  readParts, textFile, wordFile, zipFolder, type TextContent, type WordContent,
} from './office-files.ts'; // prettier-ignore

/*
 * One folder per case: `input.*`, its files beside it, `options.json` if needed, and what is expected
 * of each article in it: the Markdown, or the problems; the notes; what is omitted, and why. A folder
 * `input.docx` has the parts of that file, which is packed here.
 */

const FIXTURES = 'tests/fixtures/import-documents';

test.each(readdirSync(FIXTURES))('the document %s has the expected result', async (name) => {
  const folder = `${FIXTURES}/${name}`;
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? '';
  const conversions = convertInput(
    readInput(`${folder}/${input}`),
    input,
    readOptions(`${folder}/options.json`),
    folder,
  );
  const result = conversions.map(describe).join('\n');
  await expect(result).toMatchFileSnapshot(`../../../../${folder}/expected.txt`);
});

function describe(conversion: FileConversion): string {
  const { part = 'article', ledger = [] } = conversion;
  const omitted = ledger.flatMap(({ fate, kind, value }) =>
    typeof fate === 'object' && 'omitted' in fate
      ? [`omitted (${fate.omitted}): ${kind} ${JSON.stringify(value)}`]
      : [],
  );
  if ('skipped' in conversion) {
    return [`== ${part}`, `skipped: ${conversion.skipped}`, ...omitted].join('\n');
  }
  const result = conversion.ok
    ? [
        ...conversion.recognised.notes.map((note) => `note: ${note}`),
        ...(conversion.pictures ?? []).map((file) => `picture: ${file.name}`),
        ...(conversion.slug === undefined ? [] : [`slug: ${conversion.slug}`]),
        conversion.markdown,
      ]
    : [describeProblems(conversion.faults.map((fault) => ({ file: 'input', ...fault })))];
  return [`== ${part}`, ...omitted, ...result].join('\n');
}

function readInput(path: string): Uint8Array {
  if (!statSync(path).isDirectory()) return readFileSync(path);
  const parts = readParts(path);
  if (path.endsWith('.docx')) return wordFile(parts as unknown as WordContent); // Named after them.
  if (path.endsWith('.odt')) return textFile(parts as unknown as TextContent); // Likewise.
  return zipFolder(path);
}

function readOptions(file: string): Partial<ConvertOptions> {
  // The fixtures are part of the tests, and contain valid options.
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<ConvertOptions>)
    : {};
}
