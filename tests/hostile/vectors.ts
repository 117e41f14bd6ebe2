import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

/** A text that got past a filter somewhere. */
export interface Vector {
  /** Its set and its number there: `dompurify-17`. Valid as a file name. */
  readonly id: string;
  readonly text: string;
}

const FOLDER = 'tests/fixtures/hostile';

/** A set of vectors is one file: where they were published, and the vectors. */
const setSchema = z.strictObject({ source: z.string(), vectors: z.array(z.string()) });

/** Event handlers are published as names. Each makes one vector, on one of a few elements. */
const handlersSchema = z.strictObject({
  source: z.string(),
  events: z.array(z.string()),
  elements: z.array(z.string()),
});

/** Every vector of `tests/fixtures/hostile/`, without duplicates. */
export function readVectors(): readonly Vector[] {
  const sets = globSync(`${FOLDER}/*.json`).sort();
  const vectors = sets.flatMap((file) => {
    const set = basename(file, '.json');
    return readSet(file).map((text, index) => ({ id: `${set}-${index + 1}`, text }));
  });
  return [...new Map(vectors.map((vector) => [vector.text, vector])).values()];
}

/** The vectors against pages. Naughty strings attack other code: see `tests/unit/hostile/`. */
export function readPageVectors(): readonly Vector[] {
  return readVectors().filter(({ id }) => !id.startsWith('naughty-strings'));
}

/** The vectors of one set, for example `naughty-strings`. */
export function readVectorSet(name: string): readonly string[] {
  return readSet(`${FOLDER}/${name}.json`);
}

function readSet(file: string): readonly string[] {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const handlers = handlersSchema.safeParse(data);
  if (!handlers.success) return setSchema.parse(data).vectors;
  const { events, elements } = handlers.data;
  return events.map((event, index) => {
    const element = elements[index % elements.length] ?? '';
    return element.replace('{handler}', `on${event}=alert(1)`);
  });
}
