import { extname } from 'node:path';
import type { Problem } from '../../article/problem.ts';
import type { Cache } from '../../cache/cache.ts';
import { stampOf } from '../../cache/file-stamp.ts';
import type { FileLink } from '../../markdown/links.ts';
import { fileOf } from '../linked-files.ts';
import { readMetadata } from './read-metadata.ts';

/** What can betray a source. Titles, artists and covers are meant for listeners. */
const TRACES: readonly (readonly [name: string, pattern: RegExp, extensions: RegExp])[] = [
  ['a place (GPS)', /\xA9xyz|loci|location\.ISO6709|location-eng/, /\.(?:mp4|m4a)$/],
  ['the model of a camera', /\xA9m(?:ak|od)|quicktime\.(?:make|model)/, /\.(?:mp4|m4a)$/],
  ['a place (GPS)', /GEO_?LOCATION=|LOCATION(?:=|\x44\x87)/i, /\.(?:ogg|opus|webm)$/],
  ['a comment', /\xA9cmt|COMM.{4}\0[\0\x40\x80\xC0].{4}(?!iTun)/s, /\.(?:mp4|m4a|mp3)$/],
  ['a comment', /ICMT|COMMENT=/i, /\.(?:wav|ogg|opus)$/],
  ['its owner', /TOWN.{4}\0[\0\x40\x80\xC0]/s, /\.mp3$/],
  ['its author', /\/Author\s*(?:\((?!(?:\xFE\xFF)?\s*\))|<(?!(?:FEFF|feff)?>)|\d)/, /\.pdf$/],
  [
    'its author',
    /<(?:dc:creator|pdf:Author|meta:initial-creator|cp:lastModifiedBy)>(?:\s*<rdf:[^<>]*[^<>/]>)*\s*[^<\s]|pdf:Author="[^"]/,
    /\.(?:pdf|docx|xlsx|pptx|odt|ods|odp)$/,
  ],
  ['comments', /word\/comments\.xml|xl\/comments\d|ppt\/comments\//, /\.(?:docx|xlsx|pptx)$/],
  ['notes in captions', /^NOTE\b/m, /\.vtt$/],
];

/**
 * Warns of published files with metadata that can betray a source, or that is not meant for readers.
 * Files are copied as they are, because nothing can remove metadata from all their formats.
 * @param options.version see `parserVersion`
 */
export function metadataWarnings(
  article: string,
  files: readonly FileLink[],
  options: { readonly cache: Cache; readonly version: string },
): Problem[] {
  const byFile = new Map(files.map(({ path, line }) => [fileOf(article, path), line]));
  return [...byFile].flatMap(([file, line]) => {
    const found = tracesIn(file, options);
    if (found.length === 0) return [];
    const wrong = `The file ${file} is published with ${found.join(', ')} in it.`;
    return [{ file: article, line, wrong, right: removal(extname(file).toLowerCase()) }];
  });
}

/** Searching hundreds of files takes longer than the rest of a build that changes nothing. */
function tracesIn(
  file: string,
  { cache, version }: { readonly cache: Cache; readonly version: string },
): string[] {
  const extension = extname(file).toLowerCase();
  const traces = TRACES.filter(([, , extensions]) => extensions.test(extension));
  if (traces.length === 0) return [];
  const key = `metadata ${version} ${file} ${stampOf(file) ?? ''}`;
  const known = cache.get(key);
  if (known !== undefined) return known === '' ? [] : known.split(', ');
  const metadata = readMetadata(file);
  const names = traces.filter(([, pattern]) => pattern.test(metadata)).map(([name]) => name);
  const found = [...new Set(names)];
  cache.set(key, found.join(', '));
  return found;
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
    case '.odt':
    case '.ods':
    case '.odp':
      return 'If readers should not know, remove it: File > Properties > Reset Properties.';
    default:
      return `If readers should not know, remove it: ffmpeg -i in${extension} -map_metadata -1 -c copy out${extension}`;
  }
}
