import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import type { Problem } from '../article/problem.ts';
import type { FileLink } from '../markdown/links.ts';
import { fileOf } from './linked-files.ts';

/** What can betray a source. Titles, artists and covers are meant for listeners. */
const TRACES: readonly (readonly [name: string, pattern: RegExp, extensions: RegExp])[] = [
  ['a place (GPS)', /\xA9xyz|loci|location\.ISO6709|location-eng/, /\.(?:mp4|m4a)$/],
  ['the model of a camera', /\xA9m(?:ak|od)|quicktime\.(?:make|model)/, /\.(?:mp4|m4a)$/],
  ['a place (GPS)', /GEO_?LOCATION=|LOCATION(?:=|\x44\x87)/i, /\.(?:ogg|opus|webm)$/],
  ['a comment', /\xA9cmt|COMM.{4}\0[\0\x40\x80\xC0].{4}(?!iTun)/s, /\.(?:mp4|m4a|mp3)$/],
  ['a comment', /ICMT|COMMENT=/i, /\.(?:wav|ogg|opus)$/],
  ['its owner', /TOWN.{4}\0[\0\x40\x80\xC0]/s, /\.mp3$/],
  ['its author', /\/Author[\s(<]|<dc:creator>|pdf:Author/, /\.pdf$/],
  ['comments', /word\/comments\.xml|xl\/comments\d|ppt\/comments\//, /\.(?:docx|xlsx|pptx)$/],
  ['notes in captions', /^NOTE\b/m, /\.vtt$/],
];

/**
 * Warns of published files with metadata that can betray a source, or that is not meant for readers.
 * Files are copied as they are, because nothing can remove metadata from all their formats.
 */
export function metadataWarnings(article: string, files: readonly FileLink[]): Problem[] {
  const byFile = new Map(files.map(({ path, line }) => [fileOf(article, path), line]));
  return [...byFile].flatMap(([file, line]) => {
    const extension = extname(file).toLowerCase();
    const traces = TRACES.filter(([, , extensions]) => extensions.test(extension));
    if (traces.length === 0) return [];
    const metadata = readMetadata(file, /^\.(?:mp4|m4a)$/.test(extension));
    const found = new Set(
      traces.filter(([, pattern]) => pattern.test(metadata)).map(([name]) => name),
    );
    if (found.size === 0) return [];
    const wrong = `The file ${file} is published with ${[...found].join(', ')} in it.`;
    return [{ file: article, line, wrong, right: removal(extension) }];
  });
}

function removal(extension: string): string {
  switch (extension) {
    case '.pdf':
      return 'If readers should not know, print it to a new PDF.';
    case '.vtt':
      return 'If they are not for readers, remove the lines from NOTE to the next empty line.';
    case '.docx':
    case '.xlsx':
    case '.pptx':
      return 'If readers should not know, remove them: File > Info > Inspect Document.';
    default:
      return `If readers should not know, remove it: ffmpeg -i in${extension} -map_metadata -1 -c copy out${extension}`;
  }
}

/** Of the start and the end of a file. Metadata is there, and files can have gigabytes. */
const SOME = 256 * 1024;

/**
 * Returns the parts of a file that have metadata, as Latin-1; empty if it cannot be read.
 * @param hasBoxes whether it is MP4, whose metadata is in `moov` (ISO/IEC 14496-12)
 */
function readMetadata(file: string, hasBoxes: boolean): string {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const read = (start: number, length: number): Buffer => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
      readSync(handle ?? 0, bytes, 0, bytes.length, start);
      return bytes;
    };
    if (hasBoxes) return metadataBoxes(read, 0, size);
    const end = Math.max(SOME, size - SOME);
    return read(0, SOME).toString('latin1') + read(end, SOME).toString('latin1');
  } catch {
    return '';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

type Read = (start: number, length: number) => Buffer;

/** Returns the content of the boxes `udta` and `meta`, of the file, its tracks and its movie. */
function metadataBoxes(read: Read, from: number, to: number): string {
  let found = '';
  for (let start = from; start + 8 <= to;) {
    const header = read(start, 16);
    const type = header.toString('latin1', 4, 8);
    const short = header.readUInt32BE(0);
    const length =
      short === 1 ? Number(header.readBigUInt64BE(8)) : short === 0 ? to - start : short;
    if (length < 8) break;
    const end = Math.min(start + length, to);
    if (type === 'moov' || type === 'trak') found += metadataBoxes(read, start + 8, end);
    if (type === 'udta' || type === 'meta') found += read(start, end - start).toString('latin1');
    start = end;
  }
  return found;
}
