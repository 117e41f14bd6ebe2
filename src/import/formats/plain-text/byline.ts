/**
 * Reads a line that names the authors and says nothing else: `By Jane Doe`, `By Ana de la Cruz and Li
 * Wei`, `By A. Smith, B. Jones and C. Brown`. Every name must look like one: two to five capitalised
 * words, with particles between.
 * @returns the names, or `undefined` if the line may be something else
 */
export function readByline(line: string): string[] | undefined {
  if (line.length > MAX_LENGTH || !line.startsWith('By ')) return undefined;
  const names = line.slice('By '.length).split(/, | and /);
  const areNames = names.every((name) => NAME.test(name)) && new Set(names).size === names.length;
  return areNames && formatByline(names) === line ? names : undefined;
}

/** The line that `readByline` reads: `By A, B and C`. */
export function formatByline(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length === 1 ? `By ${last}` : `By ${names.slice(0, -1).join(', ')} and ${last}`;
}

/** In characters. */
const MAX_LENGTH = 200;

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’\-]*`;
const PARTICLE = 'al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von|zu';
const NAME = new RegExp(`^${WORD}(?: (?:${PARTICLE}|${WORD})){0,3} ${WORD}(?<!\\.)$`, 'u');
