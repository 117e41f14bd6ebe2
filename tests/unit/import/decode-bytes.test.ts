import { expect, test } from 'vitest';
import { decodeBytes } from '../../../src/import/bytes/decode-bytes.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

test.each([
  ['UTF-8 without a byte order mark', bytes('é👩'), undefined, 'é👩', 'utf-8'],
  ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], 'é'), undefined, 'é', 'utf-8'],
  [
    'UTF-8 with a mark and another encoding as option',
    bytes([0xef, 0xbb, 0xbf], 'é'),
    'koi8-r',
    'é',
    'utf-8',
  ],
  ['UTF-16LE', bytes([0xff, 0xfe, 0x3d, 0xd8, 0x69, 0xdc]), undefined, '👩', 'utf-16le'],
  ['UTF-16BE', bytes([0xfe, 0xff, 0x04, 0x1c]), undefined, 'М', 'utf-16be'],
  ['windows-1252', bytes([0x80, 0x93, 0xe9]), 'latin1', '€“é', 'windows-1252'],
  ['shift_jis', bytes([0x93, 0xfa, 0x96, 0x7b]), 'sjis', '日本', 'shift_jis'],
  ['a replacement character of the text itself', bytes('\uFFFD'), undefined, '\uFFFD', 'utf-8'],
])('%s is decoded', (_, input, label, text, encoding) => {
  expect(decodeBytes(input, label)).toEqual({ ok: true, text, encoding });
});

test.each([
  ['a byte that is not UTF-8', bytes('é\nab', [0xe8], 'c'), undefined, 5, 2],
  ['a broken character', bytes('a', [0xe2, 0x82], 'b'), undefined, 1, 1],
  ['a character cut off at the end', bytes('a\r\r\n', [0xe2, 0x82]), undefined, 4, 3],
  ['a byte after a mark', bytes([0xef, 0xbb, 0xbf], 'a', [0xff]), undefined, 4, 1],
  ['half a pair in UTF-16', bytes([0xff, 0xfe, 0x3d, 0xd8, 0x41, 0]), undefined, 2, 1],
])('%s is refused with its offset and line', (_, input, label, offset, line) => {
  const decoding = decodeBytes(input, label);
  expect(decoding).toMatchObject({ ok: false, fault: { line } });
  expect(!decoding.ok && decoding.fault.wrong).toMatch(new RegExp(`offset ${offset}\\b`));
});

test.each([
  ['%PDF-1.7', 'a PDF document'],
  ['{\\rtf1', 'a rich text document (RTF)'],
  ['PK\u0003\u0004', 'a ZIP archive'],
])('a file that starts with %j is refused as what it is', (start, kind) => {
  expect(decodeBytes(bytes(start, ' and more'))).toMatchObject({
    fault: { wrong: `This is ${kind}, not plain text.` },
  });
});

test('NUL is refused; many of them suggest UTF-16 without a byte order mark', () => {
  expect(decodeBytes(bytes('a\nb\0c and much more text'))).toMatchObject({
    fault: { line: 2, wrong: 'The text has the character NUL (U+0000) at offset 3.' },
  });
  expect(decodeBytes(Buffer.from('Text', 'utf16le'))).toMatchObject({
    fault: { right: 'It may be UTF-16 without a byte order mark: try --encoding utf-16le' },
  });
});
