import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
} from 'yaml';
import type { Problem } from './problem.ts';

/** A position in front matter: the keys and list positions that lead to a value. */
export type FrontMatterPath = readonly PropertyKey[];

/** A Markdown file taken apart: its front matter as data, its body as text, and where each stood. */
export interface FrontMatter {
  /**
   * The YAML as plain data in which **every scalar is a string**, exactly as written: `1.10`, `Yes`
   * and `2023-09-19` are text until the schema reads them, so that no headline becomes a number.
   */
  readonly data: unknown;
  /** Everything after the line that closes the front matter, untouched. */
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
  /** The line of the file on which a key, or the nearest enclosing one that exists, stands. */
  readonly lineOf: (path: FrontMatterPath) => number;
}

type Fault = Omit<Problem, 'file'>;
export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatter }
  | { readonly ok: false; readonly faults: Fault[] };

const OPENING = /^---[\t ]*(?:\r\n|\n|\r)/;
const CLOSING = /^---[\t ]*(?:\r\n|\n|\r|$)/m;

/**
 * Splits a Markdown file into front matter and body, and reads the front matter as YAML 1.2 with
 * the failsafe schema (https://yaml.org/spec/1.2.2/#101-failsafe-schema).
 * Anchors and aliases are refused: an article has no use for them, and a bomb has.
 */
export function readFrontMatter(text: string): FrontMatterResult {
  const opening = OPENING.exec(text);
  if (!opening) {
    return fault(1, 'The file does not begin with front matter.', startExample);
  }
  const afterOpening = text.slice(opening[0].length);
  const closing = CLOSING.exec(afterOpening);
  if (!closing) {
    return fault(1, 'The front matter is opened with --- but never closed.', closeExample);
  }
  const yaml = afterOpening.slice(0, closing.index);
  const body = afterOpening.slice(closing.index + closing[0].length);
  const bodyLine = 1 + countLines(text.slice(0, text.length - body.length));
  return parseYaml(yaml, 2, (data, lineOf) => ({ data, body, bodyLine, lineOf }));
}

/**
 * Reads a whole YAML file under the same rules as front matter.
 * @returns its data and where each key stands, or what is wrong with it
 */
export function readYaml(yaml: string): FrontMatterResult {
  return parseYaml(yaml, 1, (data, lineOf) => ({ data, body: '', bodyLine: 1, lineOf }));
}

function parseYaml(
  yaml: string,
  firstLine: number,
  build: (data: unknown, lineOf: FrontMatter['lineOf']) => FrontMatter,
): FrontMatterResult {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const faults = document.errors.map((error) => ({
    line: lineAt(error.pos[0]),
    ...inPlainWords(error.code, error.message),
  }));
  if (faults.length > 0) return { ok: false, faults };
  if (!isMap(document.contents)) {
    return fault(
      firstLine,
      'The front matter is not a list of keys with their values.',
      startExample,
    );
  }
  const unfit = findUnfitNode(document);
  if (unfit) return { ok: false, faults: [{ line: lineAt(unfit.offset), ...unfit.fault }] };
  const lineOf = (path: FrontMatterPath): number => lineAt(offsetOf(document, path));
  return { ok: true, value: build(document.toJS({ maxAliasCount: 0 }), lineOf) };
}

/** YAML that is valid but has no meaning in front matter: aliases, anchors, keys that are not words. */
function findUnfitNode(document: Document): { offset: number; fault: Fault } | undefined {
  let found: { offset: number; fault: Fault } | undefined;
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key)) return undefined;
      found = { offset: startOf(pair.key) ?? 0, fault: unfitKey };
      return visit.BREAK;
    },
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined) return undefined;
      found = { offset: startOf(node) ?? 0, fault: unfitAlias };
      return visit.BREAK;
    },
  });
  return found;
}

const unfitKey = {
  wrong: 'A key is not a single word.',
  right: 'Put quotation marks around a value that begins with ? [ or {.',
};

const unfitAlias = {
  wrong: 'The front matter uses a YAML anchor (&name) or alias (*name).',
  right: 'Write each value out, or put quotation marks around a text that begins with & or *.',
};

/** Where the deepest existing key of `path` begins, as an offset into the YAML. */
function offsetOf(document: Document, path: FrontMatterPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  if (node === null || typeof node !== 'object' || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

function fault(line: number, wrong: string, right: string): FrontMatterResult {
  return { ok: false, faults: [{ line, wrong, right }] };
}

const startExample = `Begin the file like this:
---
headline: The headline of the article
---
The body, in Markdown.`;

const closeExample = 'Put a line of three hyphens, ---, between the front matter and the body.';

/** The YAML errors that people really make, in their words; the parser's own for the rest. */
function inPlainWords(code: string, message: string): { wrong: string; right: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { wrong: 'The same key stands here twice.', right: 'Keep one of the two.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        wrong: 'A colon followed by a space, inside a value, reads as another key.',
        right: 'Put quotation marks around the whole value: headline: "Iran: the talks"',
      };
    case 'TAB_AS_INDENT':
      return { wrong: 'The line is indented with a tab.', right: 'Indent with spaces.' };
    case 'BAD_INDENT':
      return {
        wrong: 'The line is indented differently from its neighbours.',
        right: 'Give all keys of one level the same number of spaces.',
      };
    case 'MULTIPLE_DOCS':
      return {
        wrong: 'A second YAML document begins here.',
        right: 'Keep one: a file has one front matter.',
      };
    default:
      return {
        wrong: `The front matter is not valid YAML: ${message}.`,
        right:
          'Put quotation marks around a value that holds : # [ ] { } " \' or begins with - ? @ `',
      };
  }
}
