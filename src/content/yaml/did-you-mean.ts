import { closestMatch } from 'leven';

/** Returns advice for a misspelt name, or `undefined` if no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const near = closestMatch(name, known, { maxDistance: name.length > 5 ? 3 : 2 });
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}
