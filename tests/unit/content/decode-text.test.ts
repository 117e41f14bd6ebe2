import { expect, test } from 'vitest';
import { decodeText } from '../../../src/content/decode-text.ts';

function decode(...parts: (string | number[])[]) {
  return decodeText(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  );
}

test.each(['', 'a\nb', 'Слово', '字😀', '\uFFFD', 'a\uFEFF', '\r\n'])(
  'UTF-8 is decoded: %j',
  (text) => {
    expect(decode(text)).toEqual({ ok: true, value: text });
  },
);

test('a byte order mark is removed', () => {
  expect(decode([0xef, 0xbb, 0xbf], 'a')).toEqual({ ok: true, value: 'a' });
});

test.each([
  ['Windows-1251', ['one\ntwo\n', [0xcf, 0xf0], ' three\n'], 3],
  ['Latin-1, after U+FFFD', ['\uFFFD\n\uFFFD\n\n', [0xe9], '\n'], 4],
  ['a truncated character', ['a\r\nb\r\n', [0xe5, 0xad]], 3],
  ['half of a surrogate pair', ['a\r', [0xed, 0xa0, 0x80], '\rb'], 2],
  ['an overlong slash', [[0xc0, 0xaf]], 1],
  ['UTF-16', [[0xff, 0xfe, 0x61, 0x00]], 1],
  ['the first byte of many', [[0xff], 'a\n'.repeat(1000)], 1],
  ['the last byte of many', ['я\n'.repeat(1000), [0xff]], 1001],
] satisfies [string, (string | number[])[], number][])(
  'invalid UTF-8 is an error with its line: %s',
  (_, parts, line) => {
    expect(decode(...parts)).toMatchObject({
      ok: false,
      fault: { line, wrong: 'The line is not valid UTF-8.' },
    });
  },
);

test('the character NUL is an error with its line', () => {
  expect(decode('a\n\nb\0')).toMatchInlineSnapshot(`
    {
      "fault": {
        "line": 3,
        "right": "Remove the character.",
        "wrong": "The line contains the character NUL (U+0000).",
      },
      "ok": false,
    }
  `);
});
