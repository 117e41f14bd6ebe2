import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ProblemsError, type Problem } from './article/problem.ts';
import { findMergeConflicts } from './content/checks/find-merge-conflicts.ts';
import { validate } from './content/yaml/validate.ts';
import { readYaml, type YamlData } from './content/yaml/read-yaml.ts';
import { decodeText } from './content/decode-text.ts';
import { publicationSchema } from './publication/schema.ts';

/** The file that describes the publication, relative to the project. */
export const PUBLICATION_FILE = 'content/publication.yaml';

/** Whether a URL is the root of its host: `https://example.org/`. */
export function isAtHostRoot(url: string): boolean {
  return new URL(url).pathname === '/';
}

/** The content of `content/publication.yaml`. */
export type Publication = z.output<typeof publicationSchema>;

export interface PublicationFile {
  readonly publication: Publication;
  readonly lineOf: YamlData['lineOf'];
}

/**
 * Reads `content/publication.yaml` in the current folder.
 * @throws ProblemsError if it is missing or invalid
 */
export function readPublication(): Publication {
  return readPublicationFile().publication;
}

/** Like `readPublication`, with the lines of the keys, for problems. */
export function readPublicationFile(): PublicationFile {
  const yaml = readPublicationYaml();
  const result = validate(publicationSchema, yaml, PUBLICATION_FILE);
  if (!result.ok) throw new ProblemsError(result.problems);
  return { publication: result.value, lineOf: yaml.lineOf };
}

/** The keys that decide how articles are read. */
export type ReadingKeys = Pick<Publication, 'language' | 'timezone'>;

/**
 * Reads these keys alone, so that articles can be checked while others have problems.
 * @returns `undefined` if these have problems, too
 */
export function readReadingKeys(): ReadingKeys | undefined {
  try {
    return readingKeysSchema.safeParse(readPublicationYaml().data).data;
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

const { language, timezone } = publicationSchema.shape;
/** Not strict, unlike `publicationSchema`. */
const readingKeysSchema = z.object({ language, timezone });

function readPublicationYaml(): YamlData {
  const text = decodeText(readBytes());
  if (!text.ok) throw problems([text.fault]);
  const conflicts = findMergeConflicts(text.value);
  if (conflicts.length > 0) throw problems(conflicts);
  const yaml = readYaml(text.value, { firstLine: 1, name: 'file', example: EXAMPLE });
  if (!yaml.ok) throw problems(yaml.faults);
  return yaml.value;
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
