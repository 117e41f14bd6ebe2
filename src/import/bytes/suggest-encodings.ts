/**
 * Advice on a text that does not decode: what the bytes around the fault say in the encodings that
 * can read them all, so that whoever knows the language sees which one is right.
 *
 *     Name the encoding in which this reads right:
 *       --encoding windows-1251   Министр обороны
 *       --encoding windows-1252   Ìèíèñòð îáîðîíû
 */
export function adviceOnEncoding(bytes: Uint8Array, offset: number, tried: string): string {
  const sample = lineAround(bytes, offset);
  const readings = CANDIDATES.filter((label) => label !== tried).flatMap((label) => {
    const reading = read(sample, label);
    return reading === undefined || read(bytes, label) === undefined ? [] : [{ label, reading }];
  });
  if (readings.length === 0) return 'Save it as UTF-8 text. It may not be a text at all.';
  const width = Math.max(...readings.map(({ label }) => label.length));
  const list = readings.map(
    ({ label, reading }) => `  --encoding ${label.padEnd(width)}   ${reading}`,
  );
  return ['Name the encoding in which this reads right:', ...list].join('\n');
}

/** In order of how much of the web's older text is written in them. */
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

/** In bytes, on either side. */
const REACH = 24;

/** The bytes around an offset, within their line: every encoding listed keeps ASCII line ends. */
function lineAround(bytes: Uint8Array, offset: number): Uint8Array {
  const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;
  let start = offset;
  while (start > 0 && offset - start < REACH && !isLineEnd(bytes[start - 1])) start--;
  let end = offset;
  while (end < bytes.length && end - offset < REACH && !isLineEnd(bytes[end])) end++;
  return bytes.subarray(start, end);
}

/** What bytes say in an encoding: `undefined` if nothing, or nothing that a text would hold. */
function read(bytes: Uint8Array, label: string): string | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
