import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';
import type { Cache } from '../collection/cache.ts';
import { digestOf } from '../collection/digest.ts';

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
export interface BuildRecord {
  /** A digest of everything that the build read. */
  readonly inputs: string;
  /** A digest of what all pages depend on, beside what they show: code, packages, publication. */
  readonly version: string;
  /** The digest of each file that was made, by its path in the site. */
  readonly files: Readonly<Record<string, string>>;
  /** By their paths in the site. */
  readonly pages: Readonly<Record<string, RecordedPage>>;
}

/** What the last build left that filled this folder, if it did leave something. */
export function readRecord(cache: Cache, folder: string): BuildRecord | undefined {
  const text = cache.get(keyOf(folder));
  // The cache gives back what `writeRecord` put in.
  return text === undefined ? undefined : (JSON.parse(text) as BuildRecord);
}

/** Leaves something for the next build. */
export function writeRecord(cache: Cache, folder: string, record: BuildRecord): void {
  cache.set(keyOf(folder), JSON.stringify(record));
}

function keyOf(folder: string): string {
  return `build ${folder}`;
}

/** The digests of all files in a folder, by their paths in it. */
export function digestsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .sort();
  return Object.fromEntries(
    files.map((file) => [file, digestOf(readFileSync(`${folder}/${file}`))]),
  );
}
