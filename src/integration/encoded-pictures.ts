import { channel, subscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../cache/digest.ts';
import { filesWithin } from '../cache/files-within.ts';

/*
 * Which pictures were encoded to their end. The image service says so. It runs in the bundle in which
 * Astro renders pages, and shares no modules with the integration: hence files, and a channel of Node's.
 */

/** A file for each picture: named by its key, it holds a digest of the encoded bytes. */
const RECORDS = '.astro/cache/pictures';

const CHANNEL = 'offprint:pictures';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Tells how far the image service has come, wherever it runs in this process.
 * @param listener gets how many are done of the pictures that have to be encoded
 */
export function onEncoding(listener: (done: number, total: number) => void): void {
  subscribe(CHANNEL, (message) => {
    // `publishProgress` is the only one to publish on this channel.
    const { done, total } = message as Progress;
    listener(done, total);
  });
}

const progress = channel(CHANNEL);
const wanted = new Set<string>();
let done = 0;

/**
 * Notes that a page shows a picture, before any is encoded. One that was encoded before will come
 * from Astro's cache.
 * @param key a digest of what decides how the picture comes out
 */
export function expectPicture(key: string): void {
  if (!existsSync(join(RECORDS, key))) wanted.add(key);
}

/** Encodes a picture, records that it is whole, and publishes the progress before and after. */
export async function encodeRecorded(key: string, encode: () => Promise<Buffer>): Promise<Buffer> {
  wanted.add(key);
  publishProgress();
  const bytes = await encode();
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(join(RECORDS, key), digestOf(bytes));
  done++;
  publishProgress();
  return bytes;
}

function publishProgress(): void {
  progress.publish({ done, total: wanted.size } satisfies Progress);
}

/**
 * Empties a cache in which files may be incomplete, apart from the pictures that are as they were
 * encoded. Forgets the others.
 */
export function keepOnlyPictures(cache: string): void {
  const records = filesWithin(RECORDS).map((file) => ({
    file,
    digest: readFileSync(file, 'utf8'),
  }));
  const known = new Set(records.map(({ digest }) => digest));
  const kept = new Set<string>();
  for (const file of filesWithin(cache)) {
    const digest = digestOf(readFileSync(file));
    if (known.has(digest)) kept.add(digest);
    else rmSync(file);
  }
  for (const { file, digest } of records) if (!kept.has(digest)) rmSync(file);
}
