import { z } from 'zod';
import type { Fault, Problem } from '../../article/problem.ts';
import { didYouMean } from './did-you-mean.ts';
import { exampleOf, type GroupKeys } from './example-of.ts';
import type { YamlData } from './read-yaml.ts';

/** The output of a schema, or all problems. */
export type Validation<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Validates front matter, or a YAML file, and describes all problems.
 * @param schema custom issues must be made with `customIssue`
 * @param file for problems
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlData,
  file: string,
): Validation<z.output<Schema>> {
  const result = schema.safeParse(yaml.data, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const keys = keysOf(schema);
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

type FaultAtPath = Fault & { readonly path: readonly PropertyKey[] };

function faultsOf(issue: z.core.$ZodIssue, keysAt: KeysAt): FaultAtPath[] {
  const { path } = issue;
  const name = keyName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        wrong: path.length === 0 ? `There is no key "${key}".` : `"${name}" has no key "${key}".`,
        right: adviceForKey(key, keysAt(path).all),
      }));
    case 'invalid_type':
      return [
        {
          path,
          ...(issue.input === undefined ? missing(path) : wrongType(issue.expected, path, keysAt)),
        },
      ];
    case 'custom': {
      const right: unknown = issue.params?.right;
      return [{ path, wrong: issue.message, right: typeof right === 'string' ? right : '' }];
    }
    default:
      return [{ path, wrong: issue.message, right: 'See the list of keys in the README.' }];
  }
}

function missing(path: readonly PropertyKey[]): Fault {
  const group = keyName(path.slice(0, -1));
  const where = group === '' ? 'Add a line' : `Add a line under ${group}`;
  return {
    wrong: `The key "${keyName(path)}" is missing.`,
    right: `${where}: ${String(path.at(-1))}: …`,
  };
}

function wrongType(expected: string, path: readonly PropertyKey[], keysAt: KeysAt): Fault {
  switch (expected) {
    case 'array':
      return { wrong: 'The value must be a list.', right: exampleOfList([...path, 0], keysAt) };
    case 'object':
      return {
        wrong: 'The value must be a group of keys and values.',
        right: exampleOfGroup(path, keysAt(path)),
      };
    default:
      return {
        wrong: 'The value must be a single text.',
        right: 'Write text after the colon. Put it in quotation marks if it contains : # [ or {',
      };
  }
}

function exampleOfList(path: readonly PropertyKey[], keysAt: KeysAt): string {
  const keys = keysAt(path);
  return keys.all.length === 0 ? 'Write it in brackets: [One, Two]' : exampleOfGroup(path, keys);
}

/** In block style, because a comma in the value would end it in braces. */
function exampleOfGroup(path: readonly PropertyKey[], keys: GroupKeys): string {
  return `Write each key on a line of its own. The keys are: ${keys.all.join(', ')}.\n${exampleOf(path, keys)}`;
}

/** The names of our keys in other publishing tools. */
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
  license: 'licence',
  colors: 'colours',
  fonts: 'typefaces',
  menu: 'navigation',
  email: 'contact',
  favicon: 'icon',
};

function adviceForKey(key: string, known: readonly string[]): string {
  const ourName = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
  if (ourName !== undefined && known.includes(ourName)) return `Did you mean "${ourName}"?`;
  return didYouMean(key.toLowerCase(), known) ?? `The keys are: ${known.join(', ')}.`;
}

type KeysAt = (path: readonly PropertyKey[]) => GroupKeys;

/** Returns a function that returns the keys of a schema at a path. */
function keysOf(schema: z.ZodType): KeysAt {
  return (path) => {
    let at: unknown = schema;
    for (const step of path) {
      if (at instanceof z.ZodObject) at = unwrap(at.shape[String(step)]);
      else if (at instanceof z.ZodArray) at = at.element;
    }
    if (!(at instanceof z.ZodObject)) return { all: [], required: [] };
    const all = Object.keys(at.shape);
    const { shape } = at;
    return { all, required: all.filter((key) => !(shape[key] instanceof z.ZodOptional)) };
  };
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

/**
 * Formats the path of a key for messages: `image.alt`, `topics[2]`. List items are counted from 1.
 */
export function keyName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step + 1}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');
}
