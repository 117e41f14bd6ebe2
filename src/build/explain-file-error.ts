/**
 * Returns what is wrong with a disk or folder and what to do, in one sentence, for errors of the file
 * system that are not faults of the software. Otherwise `undefined`.
 */
export function explainFileError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path = 'A file' }: NodeJS.ErrnoException = error;
  return EXPLANATIONS[code]?.(path) ?? explainFileError(error.cause);
}

const fullDisk = (path: string): string => `${path} cannot be written, because the disk is full.`;
const forbidden = (path: string): string =>
  `${path === '.' ? 'The folder of the project' : path} cannot be written: give yourself permission to write there, or move the project.`;
const mounted = (path: string): string =>
  `${path} cannot be replaced, because it is a disk of its own: mount that disk elsewhere, and make ${path} a link to a folder on it.`;

/** By Node's code of the error. */
const EXPLANATIONS: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: fullDisk,
  EDQUOT: fullDisk,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
  EBUSY: mounted,
  EXDEV: mounted,
};
