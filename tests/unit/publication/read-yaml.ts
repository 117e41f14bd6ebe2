import { describeProblems } from '../../../src/article/problem.ts';
import { readYaml } from '../../../src/content/yaml/read-yaml.ts';
import { validate } from '../../../src/content/yaml/validate.ts';
import { publicationSchema } from '../../../src/publication/schema.ts';

/** Reads `publication.yaml` with more keys than the required ones. Returns messages if it is invalid. */
export function read(yaml: string) {
  const context = { firstLine: 1, name: 'file', example: '' };
  const parsed = readYaml(`name: A\nlanguage: en\n${yaml}`, context);
  if (!parsed.ok) return JSON.stringify(parsed.faults);
  const result = validate(publicationSchema, parsed.value, 'publication.yaml');
  return result.ok ? result.value : describeProblems(result.problems);
}
