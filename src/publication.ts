import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { customIssue, language, line, webAddress } from './article/fields.ts';
import { ProblemsError, type Problem } from './article/problem.ts';
import { findMergeConflicts } from './content/checks/find-merge-conflicts.ts';
import { validate } from './content/yaml/validate.ts';
import { readYaml } from './content/yaml/read-yaml.ts';
import { decodeText } from './content/decode-text.ts';

/** The file that describes the publication, relative to the project. */
export const PUBLICATION_FILE = 'content/publication.yaml';

/** The keys of `content/publication.yaml`. */
const publicationSchema = z.strictObject({
  /** Plain text on one line. */
  name: line,
  /** The language of the publication, and of articles without one (BCP 47). */
  language,
  /** One or two sentences of plain text. */
  description: line.optional(),
  /** The URL of the published site. Needed only for outputs with absolute URLs. */
  url: webAddress.superRefine(foldersOnly).optional(),
});

function foldersOnly(url: string, context: z.core.$RefinementCtx): void {
  const { search, hash, pathname } = new URL(url);
  if (search + hash === '' && !/\.html?$/i.test(pathname)) return;
  context.addIssue(
    customIssue([], {
      wrong: `"${url}" is not the address of a folder.`,
      right: 'Write the folder that contains index.html: https://example.org/news/',
    }),
  );
}

/** Whether a URL is the root of its host: `https://example.org/`. */
export function isAtHostRoot(url: string): boolean {
  return new URL(url).pathname === '/';
}

/** The content of `content/publication.yaml`. */
export type Publication = z.output<typeof publicationSchema>;

/**
 * Reads `content/publication.yaml` in the current folder.
 * @throws ProblemsError if it is missing or invalid
 */
export function readPublication(): Publication {
  const text = decodeText(readBytes());
  if (!text.ok) throw problems([text.fault]);
  const conflicts = findMergeConflicts(text.value);
  if (conflicts.length > 0) throw problems(conflicts);
  const yaml = readYaml(text.value, { firstLine: 1, name: 'file', example: EXAMPLE });
  if (!yaml.ok) throw problems(yaml.faults);
  const result = validate(publicationSchema, yaml.value, PUBLICATION_FILE);
  if (!result.ok) throw new ProblemsError(result.problems);
  return result.value;
}

const EXAMPLE = 'Write it with two lines:\nname: The name of your publication\nlanguage: en';

function readBytes(): Uint8Array {
  try {
    return readFileSync(PUBLICATION_FILE);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const wrong = missing ? 'The file is missing.' : 'The file cannot be read.';
    throw problems([{ wrong, right: EXAMPLE }]);
  }
}

function problems(faults: readonly Omit<Problem, 'file'>[]): ProblemsError {
  return new ProblemsError(faults.map((fault) => ({ file: PUBLICATION_FILE, ...fault })));
}
