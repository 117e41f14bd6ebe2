import type { Problem } from '../article/problem.ts';
import { checkSlug } from '../article/slug.ts';

type Fault = Pick<Problem, 'wrong' | 'right'>;

/**
 * Says what keeps a name from being an article's; `undefined` when nothing does.
 * @param name of a folder, or of a file without `.md`
 * @param beside the names of all that stands in the same folder
 */
export function faultOfArticleName(name: string, beside: ReadonlySet<string>): Fault | undefined {
  const copy = faultOfConflictCopy(name);
  if (copy) return copy;
  const fault = checkSlug(name);
  // `alpha 2`, `alpha copy`, `alpha (1)`: a copy that is only renamed would be published.
  const original = /^[^\s(]+/.exec(name)?.[0] ?? '';
  const isThere = beside.has(original) || beside.has(`${original}.md`);
  if (!fault || original === name || !isThere) return fault;
  const otherwise = fault.right.replace(/^./, (letter) => letter.toLowerCase());
  return {
    ...fault,
    right: `If this is a copy of "${original}", delete it. Otherwise ${otherwise}`,
  };
}

/** The names that programs give to a second version of a file, without what follows the last dot. */
const CONFLICT_COPIES: readonly { readonly maker: string; readonly name: RegExp }[] = [
  { maker: 'Syncthing', name: /^(?<original>.+)\.sync-conflict-/ },
  { maker: 'ownCloud', name: /^(?<original>.+)_conflict-\d{8}/ },
  { maker: 'OneDrive', name: /^(?<original>.+)-(?:DESKTOP|LAPTOP)-[A-Z\d]{4,}(?:-\d+)?$/ },
  { maker: 'git mergetool', name: /^(?<original>.+)_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$/ },
];

/**
 * Says that an article's name is one which a program gives to a copy that it makes when a file was
 * edited in two places; `undefined` if it is not. Published, its words would stand there twice.
 * @param name without `.md`
 */
export function faultOfConflictCopy(name: string): Fault | undefined {
  for (const { maker, name: pattern } of CONFLICT_COPIES) {
    const original = pattern.exec(name)?.groups?.original;
    if (original === undefined) continue;
    return {
      wrong: `By its name, this is a copy of "${original}" that ${maker} made when two versions met.`,
      right:
        'Keep what is right of both in one file, and delete the other. If this is an article of its own, rename it.',
    };
  }
  return undefined;
}
