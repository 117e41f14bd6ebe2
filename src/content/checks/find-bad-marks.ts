import type { Problem } from '../../article/problem.ts';
import { PUBLICATION_FILE, type PublicationFile } from '../../publication.ts';
import { readMark } from '../marks/read-mark.ts';
import { keyName } from '../yaml/validate.ts';

/** Finds logos and icons that cannot be published. */
export async function findBadMarks({ publication, lineOf }: PublicationFile): Promise<Problem[]> {
  const { logo, icon } = publication;
  const marks = [
    { path: ['logo', 'light'], file: logo?.light },
    { path: ['logo', 'dark'], file: logo?.dark },
    { path: ['icon'], file: icon },
  ];
  const problems: Problem[] = [];
  for (const { path, file } of marks) {
    const read = file === undefined ? undefined : await readMark(file);
    if (read?.ok !== false) continue;
    const place = { file: PUBLICATION_FILE, line: lineOf(path), key: keyName(path) };
    problems.push({ ...place, ...read.fault });
  }
  return problems;
}
