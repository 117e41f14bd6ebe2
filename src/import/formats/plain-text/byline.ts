/**
 * Reads a line that says who wrote the article and nothing else: `By Jane Doe`, `By Ana de la Cruz
 * and Li Wei`, `By A. Smith, B. Jones and C. Brown`. Certain only if every name looks like one:
 * two to five words with capitals, but for particles.
 * @returns the names; `undefined` if the line may be anything else
 */
export function readBylineLine(line: string): string[] | undefined {
  if (line.length > LONGEST_BYLINE || !line.startsWith('By ')) return undefined;
  const names = line.slice('By '.length).split(/, | and /);
  const certain = names.every((name) => NAME.test(name)) && new Set(names).size === names.length;
  return certain && bylineLine(names) === line ? names : undefined;
}

/** The line that names make: `By A, B and C`. */
export function bylineLine(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length === 1 ? `By ${last}` : `By ${names.slice(0, -1).join(', ')} and ${last}`;
}

const LONGEST_BYLINE = 200;

const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’\-]*`;
const PARTICLE = 'al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|van|von|zu';
const NAME = new RegExp(`^${WORD}(?: (?:${PARTICLE}|${WORD})){0,3} ${WORD}(?<!\\.)$`, 'u');
