import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A picture as PNG, or why there is none: what is wrong, and what to do. */
export type PictureConversion =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly advice: string; readonly isHostile?: true };

/** Of processor time, with the start of Node and sharp: a busy machine is no fault of a picture. */
const MAX_SECONDS = 4.5;
/** In milliseconds, for a process that does not stop by itself. */
const TIMEOUT = 20_000;
/** In bytes. */
const MAX_OUTPUT = 64_000_000;

const PROCESS = fileURLToPath(new URL('convert-picture-process.ts', import.meta.url));
const AS_PNG = 'Save it as PNG or JPEG, and name that file in the document.';

/**
 * Converts a picture that browsers do not show, or that could run code. In a process of its own: a
 * drawing can be made to take minutes or to crash its reader, and sharp has no synchronous calls.
 * @param maxSeconds of processor time
 */
export function convertPicture(bytes: Uint8Array, maxSeconds = MAX_SECONDS): PictureConversion {
  const format = formatOf(bytes);
  if (format === undefined) {
    return { ok: false, advice: `It is no picture in a known format. ${AS_PNG}` };
  }
  if (!CONVERTED.has(format)) {
    return { ok: false, advice: `It is ${format}, which browsers do not show. ${AS_PNG}` };
  }
  const result = spawnSync(process.execPath, [PROCESS, format, String(maxSeconds)], {
    input: bytes,
    timeout: TIMEOUT,
    killSignal: 'SIGKILL',
    maxBuffer: MAX_OUTPUT,
    env: {},
  });
  if (result.status === 0 && result.stdout.length > 0) return { ok: true, bytes: result.stdout };
  // It kills itself if it needs too much time or memory.
  const isHostile = result.signal === 'SIGKILL';
  const error = result.stderr.toString().trim().split('\n', 1)[0] ?? '';
  const reason = error !== '' ? error : isHostile ? 'it takes too long to convert' : 'broken';
  const advice = `It is ${format}, which cannot be converted: ${reason}. ${AS_PNG}`;
  return { ok: false, advice, ...(isHostile && { isHostile }) };
}

/** Formats that the prebuilt sharp reads. */
const CONVERTED: ReadonlySet<string> = new Set(['TIFF', 'SVG']);

/** The formats of cameras and offices, told by their bytes. */
function formatOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) return 'TIFF';
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:\?xml|!--|!DOCTYPE|svg)/i.test(start) && /<svg[\s>]/i.test(start)) {
    return 'SVG';
  }
  if (start.startsWith('BM')) return 'BMP';
  if (start.slice(4, 8) === 'ftyp' && /^(?:hei[cmsx]|hev[cmx]|mif1|msf1)/.test(start.slice(8)))
    return 'HEIC';
  if (start.startsWith('\x01\0\0\0') && start.slice(40, 44) === ' EMF') return 'EMF';
  if (/^(?:\xD7\xCD\xC6\x9A|\x01\0\t\0)/.test(start)) return 'WMF';
  if (start.startsWith('8BPS')) return 'PSD';
  if (/^(?:\xFF\n|\0\0\0\fJXL )/.test(start)) return 'JPEG XL';
  return undefined;
}
