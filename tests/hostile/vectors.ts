import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Each set is a file: where its vectors were published, and the vectors, one string each. */
const setSchema = z.strictObject({ source: z.string(), vectors: z.array(z.string()) });

/** The vectors of a set of `tests/fixtures/hostile/`, by its name: `naughty-strings`. */
export function readVectorSet(name: string): readonly string[] {
  const text = readFileSync(`tests/fixtures/hostile/${name}.json`, 'utf8');
  return setSchema.parse(JSON.parse(text)).vectors;
}
