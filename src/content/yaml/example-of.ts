/**
 * Writes the required keys of a group, or the first one, as an example in block style:
 *
 *     corrections:
 *       - date: …
 *         text: …
 *
 * @param path where the group is. Numbers are positions in lists
 */
export function exampleOf(path: readonly PropertyKey[], keys: GroupKeys): string {
  const lines: string[] = [];
  let indent = '';
  let marker = '';
  for (const step of path) {
    if (typeof step === 'number') {
      marker = '- ';
      continue;
    }
    lines.push(`${indent}${marker}${String(step)}:`);
    indent += marker === '' ? '  ' : '    ';
    marker = '';
  }
  for (const key of keys.required.length > 0 ? keys.required : keys.all.slice(0, 1)) {
    lines.push(`${indent}${marker}${key}: …`);
    if (marker !== '') indent += '  ';
    marker = '';
  }
  return lines.join('\n');
}

export interface GroupKeys {
  readonly all: readonly string[];
  readonly required: readonly string[];
}
