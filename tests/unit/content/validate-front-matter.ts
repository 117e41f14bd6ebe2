import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../../src/article/picture-path.ts';
import { describeProblems } from '../../../src/article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../../../src/article/schema.ts';
import { validate } from '../../../src/content/yaml/validate.ts';

const schema = articleSchema(picturePath);

/** Reads front matter. Returns messages if it is invalid. */
export function read(yaml: string): ArticleFrontMatter<string> | string {
  return readFile(`---\n${yaml}\n---\nThe body.\n`);
}

/** Reads the front matter of a file. Returns messages if it is invalid. */
export function readFile(text: string): ArticleFrontMatter<string> | string {
  const file = 'a.md';
  const parts = readFrontMatter(text);
  if (!parts.ok) return describeProblems(parts.faults.map((fault) => ({ file, ...fault })));
  const result = validate(schema, parts.value, file);
  return result.ok ? result.value : describeProblems(result.problems);
}
