import { readdir } from 'node:fs/promises';
import { parse } from 'node:path';
import { checkPageName, type DocumentFolder } from '../../article/documents.ts';
import type { Fault, Problem } from '../../article/problem.ts';
import { slugKey } from '../../article/slug.ts';
import { checkArticleName } from '../check-article-name.ts';
import { isTemporaryFile, looksLikeArticle, unpublishedFileWarning } from '../unpublished-files.ts';

/** The file of a text that has not been read. */
export interface DocumentFile {
  readonly slug: string;
  /** Relative to the project, with forward slashes: `content/pages/imprint.md`. */
  readonly file: string;
}

interface FoundDocuments {
  readonly files: readonly DocumentFile[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Finds the texts of a folder of `content/`: `<slug>.md`, with their pictures beside them. Reports
 * files that look like texts, but cannot be published. Warns of other files, except pictures.
 */
export async function findDocuments(folder: DocumentFolder): Promise<FoundDocuments> {
  const path = `content/${folder}`;
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const shown = entries
    .filter(({ name }) => !isTemporaryFile(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(shown.map(({ name }) => name));
  const files: DocumentFile[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const keys = new Map<string, string>();
  for (const entry of shown) {
    const file = `${path}/${entry.name}`;
    const slug = parse(entry.name).name;
    if (entry.isSymbolicLink()) {
      problems.push({ file, ...SYMBOLIC_LINK });
    } else if (entry.isFile() && entry.name.endsWith('.md')) {
      const same = keys.get(slugKey(slug));
      const fault =
        checkArticleName(slug, names) ??
        (folder === 'pages' ? checkPageName(slug) : undefined) ??
        (same === undefined ? undefined : sameAddress(same));
      keys.set(slugKey(slug), file);
      if (fault) problems.push({ file, ...fault });
      else files.push({ slug, file });
    } else if (looksLikeArticle(entry.name)) {
      problems.push({ file, wrong: 'This file is not read.', right: `Name it ${path}/<slug>.md` });
    } else {
      const warning = entry.isFile()
        ? unpublishedFileWarning(file)
        : { file, wrong: 'Nothing in this folder is published.', right: `Move texts to ${path}/` };
      if (warning) warnings.push(warning);
    }
  }
  return { files, problems, warnings };
}

function sameAddress(other: string): Fault {
  return {
    wrong: `This page would have the same address as ${other}.`,
    right: 'Rename one of them. Addresses must differ in more than upper and lower case.',
  };
}

const SYMBOLIC_LINK: Fault = {
  wrong: 'This is a symbolic link.',
  right: 'Replace the link with a copy of the file.',
};
