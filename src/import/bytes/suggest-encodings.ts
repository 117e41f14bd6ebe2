/**
 * Shows what the bytes around a fault mean in other encodings, for somebody who knows the language:
 *
 *     Choose the encoding in which this reads correctly:
 *       --encoding windows-1251   Министр обороны
 *       --encoding windows-1252   Ìèíèñòð îáîðîíû
 *
 * @param failed the encoding that was tried, which is left out
 */
export function suggestEncodings(bytes: Uint8Array, offset: number, failed: string): string {
  const sample = lineAround(bytes, offset);
  const readings = CANDIDATES.filter((label) => label !== failed).flatMap((label) => {
    const reading = read(sample, label);
    return reading === undefined || read(bytes, label) === undefined ? [] : [{ label, reading }];
  });
  if (readings.length === 0) return 'Save it as UTF-8 text, if it is a text at all.';
  const width = Math.max(...readings.map(({ label }) => label.length));
  const list = readings.map(
    ({ label, reading }) => `  --encoding ${label.padEnd(width)}   ${reading}`,
  );
  return ['Choose the encoding in which this reads correctly:', ...list].join('\n');
}

/** The most common ones on the older web first. */
const CANDIDATES = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1256',
  'koi8-r',
  'gb18030',
  'shift_jis',
  'big5',
  'euc-kr',
];

/** In bytes, before and after the fault. */
const REACH = 24;

/** The bytes around an offset, within their line. All candidates have the line ends of ASCII. */
function lineAround(bytes: Uint8Array, offset: number): Uint8Array {
  const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;
  let start = offset;
  while (start > 0 && offset - start < REACH && !isLineEnd(bytes[start - 1])) start--;
  let end = offset;
  while (end < bytes.length && end - offset < REACH && !isLineEnd(bytes[end])) end++;
  return bytes.subarray(start, end);
}

/** Returns `undefined` if the bytes are not in the encoding, or contain control characters. */
function read(bytes: Uint8Array, label: string): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
