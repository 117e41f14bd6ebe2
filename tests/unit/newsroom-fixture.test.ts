import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentSchemas } from '../../src/article/documents.ts';
import { picturePath } from '../../src/article/picture-path.ts';
import { articleSchema } from '../../src/article/schema.ts';
import { publicationSchema } from '../../src/publication/schema.ts';

/*
 * The tests of whole sites prove their promises over `tests/fixtures/newsroom`. That covers a key
 * only if the newsroom uses it.
 */

const FOLDER = 'tests/fixtures/newsroom';

const SCHEMAS = [
  ['publication.yaml', publicationSchema],
  ['articles/*.md', articleSchema(picturePath)],
  ['pages/*.md', documentSchemas.pages],
  ['authors/*.md', documentSchemas.authors],
  ['topics/*.md', documentSchemas.topics],
] as const;

test.each(SCHEMAS)('%s of the newsroom fixture uses every key', (pattern, schema) => {
  const used = new Set(globSync(pattern, { cwd: FOLDER }).flatMap((file) => keysIn(read(file))));
  const keys = keysOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  expect(keys.length).toBeGreaterThan(1);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

/** The keys with Markdown, from which comments are removed. */
const WITH_COMMENTS = ['image.caption', 'image.credit'];

test.each(SCHEMAS)('a comment in any key of %s is an error, closed or not', (pattern, schema) => {
  const accepting = globSync(pattern, { cwd: FOLDER }).flatMap((file) => {
    const data = asStrings(read(file));
    expect(schema.safeParse(data).error?.issues).toBeUndefined();
    return ['a <!-- b -->', '<!-- a'].flatMap((comment) =>
      variantsOf(data, comment)
        .filter(({ variant }) => schema.safeParse(variant).success)
        .map(({ path }) => path),
    );
  });
  expect([...new Set(accepting)].sort()).toEqual(pattern === 'articles/*.md' ? WITH_COMMENTS : []);
});

test('the articles of the newsroom fixture are in six languages', () => {
  const languages = globSync('articles/*.md', { cwd: FOLDER }).map(
    (file) => withLanguage.parse(read(file)).language,
  );
  expect(new Set(languages).size).toBe(6);
});

/** Returns the paths of all keys of a schema: `headline`, `image`, `image.file`. */
function keysOf(schema: z.core.JSONSchema._JSONSchema, path = ''): string[] {
  if (typeof schema === 'boolean') return [];
  const inner = [...(schema.anyOf ?? []), ...[schema.items ?? []].flat()];
  return [
    ...inner.flatMap((one) => keysOf(one, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
      const key = path === '' ? name : `${path}.${name}`;
      return [key, ...keysOf(value, key)];
    }),
  ];
}

/** Returns the paths of all keys in data. */
function keysIn(data: unknown, path = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => keysIn(item, path));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`;
    return [key, ...keysIn(value, key)];
  });
}

/** Returns data with its scalars as strings, as the build reads them. */
function asStrings(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(asStrings);
  if (typeof data !== 'object' || data === null) return String(data);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, asStrings(value)]));
}

/** Returns data with each of its strings replaced by another text, and the path of that string. */
function variantsOf(data: unknown, text: string, path = ''): { path: string; variant: unknown }[] {
  if (typeof data === 'string') return [{ path, variant: text }];
  if (Array.isArray(data)) {
    return data.flatMap((item, index) =>
      variantsOf(item, text, path).map(({ path, variant }) => {
        return { path, variant: data.with(index, variant) };
      }),
    );
  }
  return Object.entries(data as object).flatMap(([key, value]) =>
    variantsOf(value, text, path === '' ? key : `${path}.${key}`).map(({ path, variant }) => {
      return { path, variant: { ...(data as object), [key]: variant } };
    }),
  );
}

/** Returns the YAML of a file: all of it, or the front matter. */
function read(file: string): unknown {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  return parse(text.startsWith('---\n') ? (text.split('---\n')[1] ?? '') : text);
}

const withLanguage = z.object({ language: z.string().default('en') });
