import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { picturePath } from '../../../src/article/picture-path.ts';
import { describeProblems } from '../../../src/article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../../../src/article/schema.ts';
import { validate } from '../../../src/content/yaml/validate.ts';

const schema = articleSchema(picturePath);

/** What an article with this YAML as its front matter says; or what its publisher is told. */
export function read(yaml: string): ArticleFrontMatter<string> | string {
  return readFile(`---\n${yaml}\n---\nThe body.\n`);
}

/** The same for a whole file. */
export function readFile(text: string): ArticleFrontMatter<string> | string {
  const file = 'a.md';
  const parts = readFrontMatter(text);
  if (!parts.ok) return describeProblems(parts.faults.map((fault) => ({ file, ...fault })));
  const result = validate(schema, parts.value, file);
  return result.ok ? result.value : describeProblems(result.problems);
}
