import { FormatError } from '../../document/format-error.ts';

/**
 * Parses comma-separated values with a header (RFC 4180).
 * @returns a record for each row, by the names in the header
 * @throws FormatError if a quoted value does not end
 */
export function parseCsv(text: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  let end = 0;
  for (const { 0: match, index, groups } of text.matchAll(VALUE)) {
    if (index !== end) break;
    end = index + match.length;
    const { quoted, plain = '', separator = '' } = groups ?? {};
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (separator !== '' && separator !== ',') rows.push([]);
    if (end === text.length) break;
  }
  if (end < text.length) {
    const line = text.slice(0, end).split('\n').length;
    throw new FormatError('A quoted value does not end.', 'Export the file again.', { line });
  }
  const [header = [], ...others] = rows;
  return others
    .filter((row) => row.some((value) => value !== ''))
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const VALUE =
  /(?:"(?<quoted>[^"]*(?:""[^"]*)*)"|(?<plain>[^",\r\n]*))(?<separator>\r\n|[,\n\r]|$)/g;
