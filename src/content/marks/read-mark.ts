import { lstatSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Fault } from '../../article/problem.ts';
import { digestOf } from '../../cache/digest.ts';
import { decodeText } from '../decode-text.ts';
import { contentFile } from './mark-files.ts';
import { cleanSvg } from './clean-svg.ts';

/** A logo or an icon, ready to be published: written again, without what is not seen. */
export interface Mark {
  readonly extension: 'svg' | 'png';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly digest: string;
}

export type ReadMark =
  { readonly ok: true; readonly mark: Mark } | { readonly ok: false; readonly fault: Fault };

/** Twice the width that the largest logo takes on a page. */
const MAX_WIDTH = 1200;

/** Reads a logo or an icon. @param path relative to `content/`: `./logo.svg` */
export async function readMark(path: string): Promise<ReadMark> {
  const file = contentFile(path);
  const fail = (wrong: string, right: string): ReadMark => ({ ok: false, fault: { wrong, right } });
  let source: Uint8Array;
  try {
    if (!lstatSync(file).isFile()) return fail(`${file} is not a file.`, PUT_IT_THERE);
    source = readFileSync(file);
  } catch {
    return fail(`The file ${file} does not exist.`, PUT_IT_THERE);
  }
  const vector = /\.svg$/i.test(file);
  if (vector) {
    const text = decodeText(source);
    if (!text.ok) return { ok: false, fault: { wrong: text.fault.wrong, right: text.fault.right } };
    const cleaned = cleanSvg(text.value);
    if (!cleaned.ok) return cleaned;
    source = Buffer.from(cleaned.svg);
  }
  try {
    const { format, width, height } = await sharp(source, LIMITS).metadata();
    if (format !== (vector ? 'svg' : 'png')) {
      return fail(`${file} is in ${format.toUpperCase()} format, despite its name.`, EXPORT_AGAIN);
    }
    const upright = sharp(source, LIMITS).autoOrient();
    const drawn = upright.resize({ width: MAX_WIDTH, withoutEnlargement: true });
    const png = await drawn.png().toBuffer({ resolveWithObject: true });
    const bytes = vector ? source : png.data;
    const size = vector ? { width, height } : { width: png.info.width, height: png.info.height };
    return {
      ok: true,
      mark: { extension: vector ? 'svg' : 'png', bytes, ...size, digest: digestOf(bytes) },
    };
  } catch {
    return fail(`The picture ${file} cannot be decoded.`, EXPORT_AGAIN);
  }
}

/** Returns an icon as a `data:` URL, so that pages need no request for it. */
export async function iconUrl({ bytes }: Mark): Promise<string> {
  const icon = await sharp(bytes, LIMITS)
    .resize(ICON_SIZE, ICON_SIZE, { fit: 'contain', background: '#0000' })
    .png({ palette: true, colours: 32, effort: 10 })
    .toBuffer();
  return `data:image/png;base64,${icon.toString('base64')}`;
}

/** In pixels: a tab on a high-density screen. */
const ICON_SIZE = 48;
const LIMITS = { limitInputPixels: 20_000_000, failOn: 'truncated' } as const;
const PUT_IT_THERE = 'Put the file beside publication.yaml, or correct its name.';
const EXPORT_AGAIN = 'Export it again as SVG or PNG.';
