import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';
import { FormatError } from '../../document/format-error.ts';

/** The front matter of a Markdown file, and the text below. */
export interface MarkdownParts {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/**
 * Splits a Markdown file. YAML is between `---`, TOML between `+++`, JSON in braces. Never runs code:
 * `---js` is refused.
 * @throws FormatError if the front matter is broken
 */
export function splitFrontMatter(text: string): MarkdownParts {
  const fence = /^(---|\+\+\+)(\w*)[\t ]*(?:\r\n|[\n\r])/.exec(text);
  if (!fence) return splitJson(text) ?? { data: {}, body: text };
  const [opening, marks = '', language = ''] = fence;
  if (language !== '' && !['yaml', 'toml', 'json'].includes(language)) {
    throw new FormatError(
      `The front matter is ${language} code, which is never run.`,
      'Write it as YAML.',
      { line: 1 },
    );
  }
  const rest = text.slice(opening.length);
  const close = new RegExp(`^${marks.replaceAll('+', String.raw`\+`)}[\\t ]*$`, 'm').exec(rest);
  // A file can start with a line of hyphens that is no front matter.
  if (!close) {
    throw new FormatError(
      `The front matter is opened with ${marks} but never closed.`,
      `Write a line of ${marks} between the front matter and the body.`,
      { line: 1 },
    );
  }
  const source = rest.slice(0, close.index);
  const body = rest.slice(close.index + close[0].length).replace(/^(?:\r\n|[\n\r])/, '');
  const format = language === '' ? (marks === '+++' ? 'toml' : 'yaml') : language;
  const read = format === 'toml' ? readToml : format === 'json' ? readJson : readYaml;
  return { data: asObject(read(source)), body };
}

/** Hugo's JSON: an object at the start, and the body below. */
function splitJson(text: string): MarkdownParts | undefined {
  if (!/^\{\s*"/.test(text)) return undefined;
  const end = /^\}[\t ]*$/m.exec(text);
  if (!end) return undefined;
  const data = asObject(readJson(text.slice(0, end.index + 1)));
  return { data, body: text.slice(end.index + end[0].length) };
}

function readYaml(source: string): unknown {
  const document = parseDocument(source, {
    schema: 'core',
    prettyErrors: false,
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) {
    const line = source.slice(0, error.pos[0]).split('\n').length + 1;
    throw new FormatError(
      `The front matter is not valid YAML: ${error.message}`,
      'Correct this line.',
      { line },
    );
  }
  try {
    // Aliases can multiply without end.
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new FormatError('The front matter has too many aliases.', 'Write the values out.');
  }
}

function readToml(source: string): unknown {
  try {
    return parseToml(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new FormatError('The front matter is not valid TOML.', 'Correct this line.', {
      line: error.line + 1,
    });
  }
}

function readJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new FormatError('The front matter is not valid JSON.', 'Correct it.', { line: 1 });
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw new FormatError(
    'The front matter is not a list of keys and values.',
    'Write lines such as: title: The headline',
    { line: 1 },
  );
}
