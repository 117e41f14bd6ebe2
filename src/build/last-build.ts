import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stampsIn, type FileStamp } from '../cache/file-stamp.ts';

/** What a build leaves for the next one. */
export interface LastBuild<Result = unknown> {
  /** A digest of everything that the build read. */
  readonly inputs: string;
  /** When the site would change although no file has, in milliseconds since 1970 UTC. */
  readonly until?: number | undefined;
  /** The files of the site. */
  readonly files: Readonly<Record<string, FileStamp>>;
  /** What the build had to say. */
  readonly result: Result;
}

const FILE = '.astro/cache/last-build.json';

/** The build that last filled `dist/`; `undefined` if there is none, or if a later one did not finish. */
export function readLastBuild<Result>(): LastBuild<Result> | undefined {
  try {
    // `writeLastBuild` has written it.
    return JSON.parse(readFileSync(FILE, 'utf8')) as LastBuild<Result>;
  } catch {
    return undefined;
  }
}

export function writeLastBuild(build: LastBuild): void {
  writeFileSync(`${FILE}.next`, JSON.stringify(build));
  renameSync(`${FILE}.next`, FILE);
}

/** To be called before a build begins to change what the last one left. */
export function forgetLastBuild(): void {
  rmSync(FILE, { force: true });
}

/** Whether a folder holds the files of a build, unchanged, and no others. */
export function isUnchanged(folder: string, { files }: LastBuild): boolean {
  const present = Object.entries(stampsIn(folder));
  return (
    present.length === Object.keys(files).length &&
    present.every(([file, stamp]) => files[file] === stamp)
  );
}
