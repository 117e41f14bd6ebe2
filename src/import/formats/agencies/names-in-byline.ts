import { readByline } from '../../../article/read-byline.ts';

/**
 * The names in the byline of an agency: `By Jane Doe and Li Wei`, `Von Max Müller, dpa`. The whole
 * line, if it says more.
 */
export function namesInByline(byline: string): string[] {
  const line = byline.replaceAll(/\s+/g, ' ').trim();
  const { people = line, agency } = WITH_AGENCY.exec(line)?.groups ?? {};
  const names = readByline(people) ?? readByline(`By ${people}`);
  if (names) return [...names, ...(agency === undefined ? [] : [agency])];
  return line === '' ? [] : [line];
}

/** The agency is short, and in small or in capital letters. */
const WITH_AGENCY = /^(?<people>.+), (?<agency>[a-z]{2,8}|[A-Z]{2,8})$/;
