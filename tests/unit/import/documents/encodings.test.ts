import { expect, test } from 'vitest';
import { convertInput } from './convert-input.ts';

const PAGE = '<!doctype html><html><head><title>Café</title></head><body><p>Où est le café ?</p>';
const FEED =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>Café</title>' +
  '<description>&lt;p&gt;Où ?&lt;/p&gt;&lt;p&gt;Là.&lt;/p&gt;</description></item></channel></rss>';

function utf16(text: string, isLittleEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittleEndian ? bytes : bytes.swap16();
}

function headlineOf(bytes: Buffer, name: string): string | undefined {
  const [conversion] = convertInput(bytes, name);
  return conversion && 'ok' in conversion && conversion.ok
    ? conversion.recognised.headline
    : undefined;
}

test.each([true, false])('a page in UTF-16 is a page (little endian: %s)', (isLittleEndian) => {
  expect(headlineOf(utf16(`\uFEFF${PAGE}`, isLittleEndian), 'a.html')).toBe('Café');
});

test.each([true, false])(
  'a feed in UTF-16 needs no byte order mark (little endian: %s)',
  (isLittleEndian) => {
    expect(headlineOf(utf16(FEED, isLittleEndian), 'a.xml')).toBe('Café');
  },
);

test('a page can name its encoding after the first kilobyte', () => {
  const comment = `<!--${'x'.repeat(2000)}--><meta charset="iso-8859-1">`;
  const page = PAGE.replace('<title>', `${comment}<title>`);
  expect(headlineOf(Buffer.from(page, 'latin1'), 'a.html')).toBe('Café');
});

test('an unknown encoding is named', () => {
  const feed = FEED.replace('?>', ' encoding="x-quay"?>');
  expect(convertInput(feed, 'a.xml')).toMatchObject([
    { faults: [{ wrong: 'The XML names an encoding that is not known: x-quay.' }] },
  ]);
});
