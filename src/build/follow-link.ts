import { lstatSync, realpathSync } from 'node:fs';
import { ProblemsError } from '../article/problem.ts';

/**
 * Returns the folder that a symbolic link leads to, so that a build replaces that folder and not the
 * link. Returns other paths unchanged.
 * @throws ProblemsError if the link leads to nothing
 */
export function followLink(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path;
  try {
    return realpathSync(path);
  } catch {
    const wrong = 'This link leads to nothing.';
    const right = 'Make the folder that it leads to, or remove the link.';
    throw new ProblemsError([{ file: path, wrong, right }]);
  }
}
