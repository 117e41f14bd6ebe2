/** The headers of a `_headers` file, by the pattern of the addresses that they are for. */
export function readHeaders(
  file: string,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const byPattern: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of file.split('\n')) {
    const header = /^ {2}([\w-]+): (.+)$/.exec(line);
    if (header) current[header[1] ?? ''] = header[2] ?? '';
    else if (line.startsWith('/')) current = byPattern[line] = {};
  }
  return byPattern;
}
