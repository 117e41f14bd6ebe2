import { readFileSync } from 'node:fs';
import type { ArticleFrontMatter } from '../../src/article/schema.ts';
import { readFrontMatter } from '../../src/content/yaml/read-front-matter.ts';

/** Reads a valid article file. */
export function readArticle(file: string) {
  const result = readFrontMatter(readFileSync(file, 'utf8'));
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.faults)}`);
  const { data, body } = result.value;
  // The tests' articles are valid, and need none of the schema's normalization.
  return { article: data as ArticleFrontMatter<string>, body };
}
