import type { AstroPrerenderer } from 'astro';
import type { Cache } from '../../cache/cache.ts';
import { stampsIn, type FileStamp } from '../../cache/file-stamp.ts';

type Rendered = Awaited<ReturnType<AstroPrerenderer['render']>>;
type Metadata = NonNullable<Extract<Rendered, { metadata?: unknown }>['metadata']>;

/** A picture in one size and format, as a page asks Astro to make it. */
export type PagePicture = Metadata['staticImages'][number];

/** A page that can be taken over by the next build if it would come out the same. */
export interface RecordedPage {
  /** A digest of all that the page shows. */
  readonly shows: string;
  readonly pictures: readonly PagePicture[];
}

/** What a build leaves for the next. */
export interface BuildRecord<Result = unknown> {
  /** Tells whether anything that the build read has changed since. */
  readonly inputs: string;
  /** When the site would be another although nothing has changed, in milliseconds since 1970 UTC. */
  readonly until?: number | undefined;
  /** A digest of what all pages depend on, beside what they show: code, packages, publication. */
  readonly version: string;
  /** The files that were made, by their paths in the site. */
  readonly files: Readonly<Record<string, FileStamp>>;
  /** The pages among them that can be taken over, by their paths in the site. */
  readonly pages: Readonly<Record<string, RecordedPage>>;
  /** The parts of the search index: see `SearchParts`. */
  readonly search: Readonly<Record<string, string>>;
  /** The pictures of cards: see `DrawnPictures`. */
  readonly drawn: Readonly<Record<string, string>>;
  /** What the build had to say. */
  readonly result: Result;
}

/** What the build left that last filled this folder, if it did leave something. */
export function readRecord<Result>(cache: Cache, folder: string): BuildRecord<Result> | undefined {
  const text = cache.get(keyOf(folder));
  // The cache gives back what `writeRecord` put in.
  return text === undefined ? undefined : (JSON.parse(text) as BuildRecord<Result>);
}

/** Leaves something for the next build. */
export function writeRecord(cache: Cache, folder: string, record: BuildRecord): void {
  cache.set(keyOf(folder), JSON.stringify(record));
}

function keyOf(folder: string): string {
  return `build ${folder}`;
}

/** Whether a folder holds the files of a record, as they were, and no others. */
export function isAsRecorded(folder: string, { files }: BuildRecord): boolean {
  const present = Object.entries(stampsIn(folder));
  return (
    present.length === Object.keys(files).length &&
    present.every(([file, stamp]) => files[file] === stamp)
  );
}
