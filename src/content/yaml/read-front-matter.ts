import type { Problem } from '../../article/problem.ts';
import { readYaml, type YamlData } from './read-yaml.ts';

/** A Markdown file taken apart: its front matter as data, its body as text, and where each stood. */
export interface FrontMatter extends YamlData {
  /** Everything after the line that closes the front matter, untouched. */
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly faults: readonly Omit<Problem, 'file'>[] };

/** Some editors put a byte order mark before it. */
const OPENING = /^\uFEFF*---[\t ]*(?:\r\n|\n|\r)/;
/** Line breaks are named: `^` and `$` would take U+2028, a character of a text, for one. */
const CLOSING = /(?<=[\n\r])---[\t ]*(?:\r\n|\n|\r|$)/;

/** Splits a Markdown file into front matter and body, and reads the front matter (see `readYaml`). */
export function readFrontMatter(text: string): FrontMatterResult {
  const parts = splitFrontMatter(text);
  if (!parts.ok) return parts;
  const { yaml, body } = parts;
  const read = readYaml(yaml, { firstLine: 2, name: 'front matter', example: START_EXAMPLE });
  if (!read.ok) return read;
  const bodyLine = countLines(text.slice(0, text.length - body.length));
  return { ok: true, value: { ...read.value, body, bodyLine } };
}

/** Splits a Markdown file into front matter, without the lines that enclose it, and body. */
export function splitFrontMatter(
  text: string,
):
  | { readonly ok: true; readonly yaml: string; readonly body: string }
  | Extract<FrontMatterResult, { ok: false }> {
  const opening = OPENING.exec(text);
  if (!opening) {
    return fault('The file does not begin with front matter.', START_EXAMPLE);
  }
  // From the line break that ends the opening line: front matter can be empty.
  const afterOpening = text.slice(opening[0].length);
  const closing = CLOSING.exec(`\n${afterOpening}`);
  if (!closing) {
    return fault('The front matter is opened with --- but never closed.', CLOSE_EXAMPLE);
  }
  return {
    ok: true,
    yaml: afterOpening.slice(0, Math.max(0, closing.index - 1)),
    body: afterOpening.slice(closing.index - 1 + closing[0].length),
  };
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}

function fault(wrong: string, right: string): Extract<FrontMatterResult, { ok: false }> {
  return { ok: false, faults: [{ line: 1, wrong, right }] };
}

const START_EXAMPLE = `Begin the file like this:
---
headline: The headline of the article
---
The body, in Markdown.`;

const CLOSE_EXAMPLE = 'Put a line of three hyphens, ---, between the front matter and the body.';
