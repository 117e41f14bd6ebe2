/**
 * Writes a text of one line as a YAML 1.2 scalar. Adds quotation marks only where YAML tools would
 * read syntax, a number, a date or a boolean.
 *
 *     Iran’s talks          →  Iran’s talks
 *     Iran: the talks       →  "Iran: the talks"
 *     "No," he said: "no"   →  '"No," he said: "no"'
 *     1984                  →  "1984"
 */
export function yamlScalar(text: string): string {
  if (INVISIBLE.test(text)) return quoteWithEscapes(text);
  if (isPlain(text)) return text;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !SYNTAX_INSIDE.test(text) && !NOT_A_STRING.test(text);
}

/** Does not start with an indicator (YAML 1.2.2, 5.3), and does not end with white space. */
const PLAIN = /^[^\s!"#%&'*,\-:>?@[\]`{|}](?:.*[^\s:])?$/u;
const SYNTAX_INSIDE = /: | #/;
/** Null, booleans, numbers and dates of YAML 1.1 and 1.2. */
const NOT_A_STRING =
  /^(?:~|null|true|false|yes|no|on|off|[yn]|[+.]?\d[\d.,:_+\-xobeTZ]*|\.inf|\.nan|\.{3}.*)$/i;

/** Editors do not show these, or show them as the end of a line. */
const INVISIBLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;

function quoteWithEscapes(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(
      new RegExp(INVISIBLE, 'g'),
      (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
    );
  return `"${escaped}"`;
}
