import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

/** A piece of text that someone somewhere got past a filter, and where it was found. */
export interface Vector {
  /** The set that it is of, and its place in it: `dompurify-17`. Fit for a file name. */
  readonly id: string;
  readonly text: string;
}

const FOLDER = 'tests/fixtures/hostile';

/** Each set is a file: where its vectors were published, and the vectors, one string each. */
const setSchema = z.strictObject({ source: z.string(), vectors: z.array(z.string()) });

/** Handlers are published as names: a vector is each of them on one of a few elements, in turn. */
const handlersSchema = z.strictObject({
  source: z.string(),
  events: z.array(z.string()),
  elements: z.array(z.string()),
});

/** Every vector of `tests/fixtures/hostile/`, each once. */
export function readVectors(): readonly Vector[] {
  const sets = globSync(`${FOLDER}/*.json`).sort();
  const vectors = sets.flatMap((file) => {
    const set = basename(file, '.json');
    return readSet(file).map((text, index) => ({ id: `${set}-${index + 1}`, text }));
  });
  return [...new Map(vectors.map((vector) => [vector.text, vector])).values()];
}

/** The vectors against pages. Naughty strings attack other things: `tests/unit/hostile/` puts them everywhere. */
export function readPageVectors(): readonly Vector[] {
  return readVectors().filter(({ id }) => !id.startsWith('naughty-strings'));
}

/** The strings of one set: `naughty-strings`. */
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
