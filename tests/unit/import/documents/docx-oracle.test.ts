import { readdirSync } from 'node:fs';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { convertInput } from './convert-input.ts';
import { readParts, wordFile, type WordContent } from './office-files.ts';
import { fileInMemory } from '../../../../src/import/containers/sliced-file.ts';
import { openZip } from '../../../../src/import/containers/read-zip.ts';

/*
 * mammoth shares no code with the reader here. It loses ruby, simple fields and text boxes, and adds
 * the numbers of no lists, so only the other documents are compared.
 */

const FIXTURES = 'tests/fixtures/import-documents';
const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^docx-(?:text|tables|plain)\/input\.docx$/.test(name))
  .map((name) => `${FIXTURES}/${name}`);

test.each(files)('mammoth finds the same words in %s', async (folder) => {
  const bytes = wordFile(readParts(folder) as unknown as WordContent); // Named after them.
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  const [conversion] = convertInput(bytes, 'a.docx');
  const shown = (conversion?.ledger ?? [])
    .filter(
      ({ kind, fate, place }) => kind === 'text' && !place.startsWith('data') && isShown(fate),
    )
    .map((entry) => entry.value)
    .join('');
  expect(letters(shown)).toBe(letters(value));
});

test('every word of every part is in the ledger, as a search for text elements finds them', () => {
  const bytes = wordFile(
    readParts(`${FIXTURES}/docx-changes-and-notes/input.docx`) as unknown as WordContent, // As above.
  );
  const zip = openZip(fileInMemory(bytes));
  const parts = zip.paths.filter((path) => path.startsWith('word/') && path.endsWith('.xml'));
  const words = parts.flatMap((path) => {
    const xml = Buffer.from(zip.read(path) ?? [])
      .toString()
      .replaceAll(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '');
    return [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => text);
  });
  const [conversion] = convertInput(bytes, 'a.docx');
  const ledger = (conversion?.ledger ?? []).map(({ value }) => value).join('\n');
  expect(words.filter((word) => !ledger.includes(word))).toEqual([]);
  expect(words.length).toBeGreaterThan(20);
});

function isShown(fate: unknown): boolean {
  return fate === 'kept' || (typeof fate === 'object' && fate !== null && 'moved' in fate);
}

function letters(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
