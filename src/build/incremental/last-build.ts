import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stampsIn, type FileStamp } from '../../cache/file-stamp.ts';
import type { BuiltPages } from './page-writer.ts';

/** The record of a build, for the next one. */
export interface LastBuild<Result = unknown> {
  /** The digest of all inputs. Absent if one changed during the build. */
  readonly inputs?: string;
  /** See `softwareVersion`. */
  readonly software: string;
  /** When the site is outdated even if no input changes, in milliseconds since 1970 UTC. */
  readonly validUntil?: number | undefined;
  /** The files of the site. */
  readonly files: Readonly<Record<string, FileStamp>>;
  readonly pages: BuiltPages;
  readonly result: Result;
}

const FILE = '.astro/cache/last-build.json';

/** Returns the last build, or `undefined` if there was none or it did not finish. */
export function readLastBuild<Result>(): LastBuild<Result> | undefined {
  try {
    // Only `writeLastBuild` writes this file.
    return JSON.parse(readFileSync(FILE, 'utf8')) as LastBuild<Result>;
  } catch {
    return undefined;
  }
}

export function writeLastBuild(build: LastBuild): void {
  try {
    writeFileSync(`${FILE}.next`, JSON.stringify(build));
    renameSync(`${FILE}.next`, FILE);
  } catch {
    // The site is built. Without this record, the next build only takes longer.
  }
}

/** Whether a folder contains exactly the files of a build, unchanged. */
export function isUnchanged(folder: string, { files }: LastBuild): boolean {
  const present = Object.entries(stampsIn(folder));
  return (
    present.length === Object.keys(files).length &&
    present.every(([file, stamp]) => files[file] === stamp)
  );
}
