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

test.each([
  ['publication.yaml', publicationSchema],
  ['articles/*.md', articleSchema(picturePath)],
  ['pages/*.md', documentSchemas.pages],
  ['authors/*.md', documentSchemas.authors],
  ['topics/*.md', documentSchemas.topics],
] as const)('%s of the newsroom fixture uses every key', (pattern, schema) => {
  const used = new Set(globSync(pattern, { cwd: FOLDER }).flatMap((file) => keysIn(read(file))));
  const keys = keysOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  expect(keys.length).toBeGreaterThan(1);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
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

/** Returns the YAML of a file: all of it, or the front matter. */
function read(file: string): unknown {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  return parse(text.startsWith('---\n') ? (text.split('---\n')[1] ?? '') : text);
}

const withLanguage = z.object({ language: z.string().default('en') });
