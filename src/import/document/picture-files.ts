import { hash } from 'node:crypto';
import { slugFrom } from '../../article/slug.ts';
import { convertPicture } from './convert-picture.ts';

/** A picture that an article brings along. */
export interface PictureFile {
  /** In the article's folder: `photo.jpg`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names pictures after their files. The same bytes are one file. */
export class PictureFiles {
  /** By the digest of the original bytes; `undefined` for those that a site cannot show. */
  readonly #byDigest = new Map<string, PictureFile | undefined>();
  readonly #names = new Set<string>();
  readonly #advice = new Map<string, string>();
  #isHostile = false;

  /** @returns the path to write: `./photo.jpg`; `undefined` for bytes that a site cannot show */
  add(source: string, bytes: Uint8Array): string | undefined {
    const digest = hash('sha256', bytes);
    if (!this.#byDigest.has(digest)) this.#byDigest.set(digest, this.#file(source, bytes));
    const name = this.#byDigest.get(digest)?.name;
    return name === undefined ? undefined : `./${name}`;
  }

  /** What to do about a picture that a site cannot show. */
  adviceFor(source: string): string | undefined {
    return this.#advice.get(source);
  }

  #file(source: string, bytes: Uint8Array): PictureFile | undefined {
    const extension = pictureExtension(bytes);
    if (extension !== undefined) return { name: this.#nameFor(source, extension), bytes };
    // One that takes too much time or memory is probably meant to. Others would, too.
    const conversion = this.#isHostile ? undefined : convertPicture(bytes);
    if (conversion?.ok === true) {
      return { name: this.#nameFor(source, 'png'), bytes: conversion.bytes };
    }
    if (conversion?.isHostile === true) this.#isHostile = true;
    if (conversion) this.#advice.set(source, conversion.advice);
    return undefined;
  }

  files(): readonly PictureFile[] {
    return [...this.#byDigest.values()].filter((file) => file !== undefined);
  }

  #nameFor(source: string, extension: string): string {
    const isData = /^data:/i.test(source);
    const last = isData ? '' : (source.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '');
    const words = slugFrom(decode(last).replace(/\.\w{1,5}$/, ''), { maxBytes: MAX_NAME_BYTES });
    const stem = words === '' ? 'picture' : words;
    for (let number = 1; ; number++) {
      const name = `${stem}${number === 1 ? '' : `-${number}`}.${extension}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }
}

const MAX_NAME_BYTES = 80;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The format of a picture, told by its bytes. `undefined` for formats that browsers do not show. */
export function pictureExtension(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString(
    'latin1',
  );
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp' && /avi[fs]/.test(start.slice(8))) return 'avif';
  return undefined;
}
