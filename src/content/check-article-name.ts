import type { Fault } from '../article/problem.ts';
import { checkSlug } from '../article/slug.ts';

/**
 * Returns what is wrong with the name of an article; `undefined` if it is valid.
 * @param name of a folder, or of a file without `.md`
 * @param siblings the names of all files and folders in the same folder
 */
export function checkArticleName(name: string, siblings: ReadonlySet<string>): Fault | undefined {
  const copy = checkConflictCopy(name);
  if (copy) return copy;
  const fault = checkSlug(name);
  if (!fault) return undefined;
  // `alpha 2`, `alpha copy`, `alpha (1)`: renaming a copy would publish the article twice.
  const original = /^[^\s(]+/.exec(name)?.[0] ?? '';
  const exists = siblings.has(original) || siblings.has(`${original}.md`);
  if (original === name || !exists) return fault;
  const otherwise = fault.right.replace(/^./, (letter) => letter.toLowerCase());
  return {
    ...fault,
    right: `If this is a copy of "${original}", delete it. Otherwise, ${otherwise}`,
  };
}

/** The names, without extensions, that programs give to a second version of a file. */
const CONFLICT_COPIES: readonly { readonly program: string; readonly name: RegExp }[] = [
  { program: 'Syncthing', name: /^(?<original>.+)\.sync-conflict-/ },
  { program: 'ownCloud', name: /^(?<original>.+)_conflict-\d{8}/ },
  { program: 'OneDrive', name: /^(?<original>.+)-(?:DESKTOP|LAPTOP)-[A-Z\d]{4,}(?:-\d+)?$/ },
  { program: 'git mergetool', name: /^(?<original>.+)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$/ },
];

/**
 * Returns a fault if a name looks like a conflict copy: a second version of a file that was edited
 * in two places.
 * @param name without an extension
 */
export function checkConflictCopy(name: string): Fault | undefined {
  for (const { program, name: pattern } of CONFLICT_COPIES) {
    const original = pattern.exec(name)?.groups?.original;
    if (original === undefined) continue;
    return {
      wrong: `The name is that of a conflict copy of "${original}", made by ${program}.`,
      right:
        'Merge the two versions into one file, and delete the other. If this is a separate article, rename it.',
    };
  }
  return undefined;
}
