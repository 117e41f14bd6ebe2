import { decodeBytes } from '../bytes/decode-bytes.ts';
import { FormatError } from '../document/format-error.ts';

/** Decodes a text whose encoding may be named in it. */
export function decodeText(bytes: Uint8Array, encoding: string | undefined): string {
  const decoding = decodeBytes(bytes, encoding);
  if (decoding.ok) return decoding.text.replace(/^\uFEFF/, '');
  const { wrong, right, line } = decoding.fault;
  throw new FormatError(wrong, right, line === undefined ? {} : { line });
}

/** Decodes HTML. `--encoding` comes first, then what the page itself says, then UTF-8. */
export function decodeHtml(bytes: Uint8Array, encoding: string | undefined): string {
  const label = encoding ?? namedEncoding(bytes, PRESCAN);
  const isUtf8 = label !== undefined || decodeBytes(bytes).ok;
  return decodeText(bytes, isUtf8 ? label : namedEncoding(bytes, HEAD));
}

/** In bytes: where browsers look for the encoding first. */
const PRESCAN = 1024;
/** In bytes: where they find it, too, while they read the page. */
const HEAD = 64_000;

function namedEncoding(bytes: Uint8Array, length: number): string | undefined {
  const start = Buffer.from(bytes.subarray(0, length)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // As browsers do: a page that can name its encoding in ASCII is not UTF-16.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}
