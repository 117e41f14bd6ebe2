/**
 * Writes a text on one line as a YAML 1.2 scalar: as it is where nobody could read it otherwise,
 * in quotation marks where YAML would take a character for syntax, or the whole for a number or a
 * truth value.
 *
 *     Iran’s talks          →  Iran’s talks
 *     Iran: the talks       →  "Iran: the talks"
 *     "No," he said: "no"   →  '"No," he said: "no"'
 *     1984                  →  "1984"
 */
export function yamlScalar(text: string): string {
  if (isPlain(text)) return text;
  if (UNSEEN.test(text)) return quoteWithEscapes(text);
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !SYNTAX_WITHIN.test(text) && !NOT_A_TEXT.test(text);
}

/** Begins with no indicator (YAML 1.2.2, 5.3), nor ends with white space. */
const PLAIN = /^[^\s!"#%&'*,\-:>?@[\]`{|}](?:.*[^\s:])?$/u;
const SYNTAX_WITHIN = /:[\t ]|[\t ]#|[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
/** What YAML 1.1 or 1.2 tools read as null, truth, a number, or a date. */
const NOT_A_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|[yn]|[+.]?\d[\d.,:_+\-xobeTZ]*|\.inf|\.nan|\.{3}.*)$/i;

/** What an editor does not show, or takes for a line's end. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;

function quoteWithEscapes(text: string): string {
  const escaped = text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(
      new RegExp(UNSEEN, 'g'),
      (character) => String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0'),
    );
  return `"${escaped}"`;
}
