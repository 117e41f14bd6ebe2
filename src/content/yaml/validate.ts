import { closestMatch } from 'leven';
import { z } from 'zod';
import type { Problem } from '../../article/problem.ts';
import type { YamlData } from './read-yaml.ts';

/** What a schema makes of front matter, or every problem that it has with it. */
export type Validation<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Holds front matter (or a YAML file) against its schema. All validation goes through here, so that
 * every problem names its file, line and key in the same words.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlData,
  file: string,
): Validation<z.output<Schema>> {
  const result = schema.safeParse(yaml.data, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const keys = knownKeys(schema);
  const problems = result.error.issues.flatMap((issue) =>
    faultsOf(issue, keys).map(({ path, wrong, right }) => ({
      file,
      line: yaml.lineOf(path),
      key: keyName(path),
      wrong,
      right,
    })),
  );
  return { ok: false, problems };
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly wrong: string;
  readonly right: string;
}

function faultsOf(issue: z.core.$ZodIssue, known: KnownKeys): Fault[] {
  const { path } = issue;
  const name = keyName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        wrong: `"${key}" is not a key that ${path.length === 0 ? 'this file' : `"${name}"`} can have.`,
        right: adviceForKey(key, known(path)),
      }));
    case 'invalid_type':
      return [{ path, ...(issue.input === undefined ? missing(path) : wrongKind(issue.expected)) }];
    case 'custom': {
      const right: unknown = issue.params?.right;
      return [{ path, wrong: issue.message, right: typeof right === 'string' ? right : '' }];
    }
    default:
      return [{ path, wrong: issue.message, right: 'See the list of keys in the README.' }];
  }
}

function missing(path: readonly PropertyKey[]): Omit<Fault, 'path'> {
  const group = keyName(path.slice(0, -1));
  const where = group === '' ? 'Add a line' : `Add, under ${group}`;
  return {
    wrong: `The key "${keyName(path)}" is missing.`,
    right: `${where}: ${String(path.at(-1))}: …`,
  };
}

function wrongKind(expected: string): Omit<Fault, 'path'> {
  switch (expected) {
    case 'array':
      return { wrong: 'This must be a list.', right: 'Write it in brackets: [One, Two]' };
    case 'object':
      return {
        wrong: 'This must be a group of keys, each with its value.',
        right: 'Write the keys below it, each on a line of its own, indented by two spaces.',
      };
    default:
      return {
        wrong: 'This must be a single text.',
        right: 'Write the text after the colon, in quotation marks if it holds : # [ or {',
      };
  }
}

/** What other publishing tools call our keys. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  title: 'headline',
  deck: 'standfirst',
  dek: 'standfirst',
  description: 'standfirst',
  subtitle: 'standfirst',
  summary: 'standfirst',
  author: 'byline',
  authors: 'byline',
  place: 'dateline',
  date: 'published',
  pubDate: 'published',
  modified: 'updated',
  lang: 'language',
  tags: 'topics',
  categories: 'topics',
  picture: 'image',
  photo: 'image',
  src: 'file',
  href: 'url',
  link: 'url',
  copyright: 'credit',
};

function adviceForKey(key: string, known: readonly string[]): string {
  const usual = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
  const near =
    usual !== undefined && known.includes(usual)
      ? usual
      : closestMatch(key.toLowerCase(), known, { maxDistance: key.length > 5 ? 3 : 2 });
  if (near !== undefined) return `Did you mean "${near}"?`;
  return `The keys it can have are: ${known.join(', ')}.`;
}

type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

/** The keys that a schema knows at a path, read off the schema itself. */
function knownKeys(schema: z.ZodType): KnownKeys {
  return (path) => {
    let at: unknown = schema;
    for (const step of path) at = at instanceof z.ZodObject ? unwrap(at.shape[String(step)]) : at;
    return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
  };
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

/** The path of a key as publishers are told it: `image.alt`, `topics[2]`. */
export function keyName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step + 1}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
}
