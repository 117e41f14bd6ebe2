import { lineAt } from '../../article/line-at.ts';
import type { Fault } from '../../article/problem.ts';
import { readYaml, type YamlData } from './read-yaml.ts';

/** The front matter and the body of a Markdown file. */
export interface FrontMatter extends YamlData {
  /** The text after the line that closes the front matter, unchanged. */
  readonly body: string;
  /** The first line of the body in the file, counted from 1. */
  readonly bodyLine: number;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** After byte order marks, which some editors write. */
const OPENING = /^\uFEFF*---[\t ]*(?:\r\n|\n|\r)/;
/** Without `^` and `$`, which also match at U+2028: that is a character of a text. */
const CLOSING = /(?<=[\n\r])---[\t ]*(?:\r\n|\n|\r|$)/;

/**
 * Splits a Markdown file into front matter and body, and parses the front matter (see `readYaml`).
 */
export function readFrontMatter(text: string): FrontMatterResult {
  const parts = splitFrontMatter(text);
  if (!parts.ok) return parts;
  const { yaml, body } = parts;
  const read = readYaml(yaml, { firstLine: 2, name: 'front matter', example: START_EXAMPLE });
  if (!read.ok) return read;
  const bodyLine = lineAt(text, text.length - body.length);
  return { ok: true, value: { ...read.value, body, bodyLine } };
}

/** Splits a Markdown file into front matter, without its delimiters, and body. */
export function splitFrontMatter(
  text: string,
):
  | { readonly ok: true; readonly yaml: string; readonly body: string }
  | Extract<FrontMatterResult, { ok: false }> {
  const opening = OPENING.exec(text);
  if (!opening) {
    return fail('The file does not begin with front matter.', START_EXAMPLE);
  }
  const afterOpening = text.slice(opening[0].length);
  // The line break before the text makes the pattern match in empty front matter, too.
  const closing = CLOSING.exec(`\n${afterOpening}`);
  if (!closing) {
    return fail('The front matter is opened with --- but never closed.', CLOSE_EXAMPLE);
  }
  return {
    ok: true,
    yaml: afterOpening.slice(0, Math.max(0, closing.index - 1)),
    body: afterOpening.slice(closing.index - 1 + closing[0].length),
  };
}

function fail(wrong: string, right: string): Extract<FrontMatterResult, { ok: false }> {
  return { ok: false, faults: [{ line: 1, wrong, right }] };
}

const START_EXAMPLE = `Begin the file like this:
---
headline: The headline of the article
---
The body, in Markdown.`;

const CLOSE_EXAMPLE = 'Write a line of three hyphens, ---, between the front matter and the body.';
