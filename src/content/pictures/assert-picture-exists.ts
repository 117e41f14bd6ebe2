import { existsSync } from 'node:fs';
import { ProblemsError } from '../../article/problem.ts';

/**
 * @param file relative to the project
 * @throws ProblemsError
 */
export function assertPictureExists(file: string): void {
  if (existsSync(file)) return;
  const wrong = 'The picture does not exist.';
  const right = 'Put it back, or remove it from the articles that show it.';
  throw new ProblemsError([{ file, wrong, right }]);
}
