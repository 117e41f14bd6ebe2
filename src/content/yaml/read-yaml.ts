import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { Problem } from '../../article/problem.ts';
import { faultOfYaml, tooDeep, unfitStart } from './explain-yaml-error.ts';

/** A position in YAML: the keys and list positions that lead to a value. */
type YamlPath = readonly PropertyKey[];

/** The keys and values of a YAML file, and where each stands. */
export interface YamlData {
  /**
   * The YAML as plain data in which **every scalar is a string**, exactly as written: `1.10`, `Yes`
   * and `2023-09-19` are text until a schema reads them, so that no headline becomes a number.
   */
  readonly data: unknown;
  /** The line of the file on which a key, or the nearest enclosing one that exists, stands. */
  readonly lineOf: (path: YamlPath) => number;
}

/** How to speak of the YAML to the one who wrote it. */
interface YamlContext {
  /** The line of the file on which the YAML begins, counted from 1. */
  readonly firstLine: number;
  /** What it is: `front matter`, `file`. */
  readonly name: string;
  /** What would be right, where there are no keys at all. */
  readonly example: string;
}

type Fault = Omit<Problem, 'file'>;
type YamlResult =
  | { readonly ok: true; readonly value: YamlData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** In UTF-16 code units. The parser compares each key with all others: 5,000 take a second. */
const MAX_LENGTH = 30_000;

/**
 * Reads YAML 1.2 with the failsafe schema (https://yaml.org/spec/1.2.2/#101-failsafe-schema), whose
 * top level has keys. Anchors, aliases and tags are refused: an article has no use for them, a bomb
 * has, and to an author `!` and `*` are the beginning of a text.
 */
export function readYaml(yaml: string, context: YamlContext): YamlResult {
  const { firstLine, name, example } = context;
  if (yaml.length > MAX_LENGTH) {
    const wrong = `The ${name} has ${yaml.length.toLocaleString('en')} characters; ${MAX_LENGTH.toLocaleString('en')} are the most.`;
    const right = 'Move what is too long into the body.';
    return { ok: false, faults: [{ line: firstLine, wrong, right }] };
  }
  const lines = new LineCounter();
  // The parser takes a lone CR for a character of the text.
  const text = yaml.replaceAll(/\r\n?/g, '\n');
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      // Silence would include a second document: it would be left out without a word.
      logLevel: 'error',
    });
    const syntax = document.errors.map((error) => {
      const { offset, ...fault } = faultOfYaml(error, document, text, name);
      return { line: lineAt(offset), ...fault };
    });
    if (syntax.length > 0) return { ok: false, faults: firstOfEachLine(syntax) };
    if (!isMap(document.contents)) {
      const wrong = `The ${name} is not a list of keys with their values.`;
      return { ok: false, faults: [{ line: firstLine, wrong, right: example }] };
    }
    const unfit = findUnfitNode(document);
    if (unfit) return { ok: false, faults: [{ line: lineAt(unfit.offset), ...unfit.fault }] };
    const lineOf = (path: YamlPath): number => lineAt(offsetOf(document, path));
    return { ok: true, value: { data: document.toJS({ maxAliasCount: 0 }), lineOf } };
  } catch (error) {
    // What the parser has read it hands over by calling itself for every level.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, faults: [{ line: firstLine, ...tooDeep(name) }] };
  }
}

/** One mistake often makes several errors: those that follow on the same line say nothing new. */
function firstOfEachLine(faults: readonly (Fault & { line: number })[]): Fault[] {
  return [...Map.groupBy(faults, ({ line }) => line).values()].flatMap((onLine) =>
    onLine.slice(0, 1),
  );
}

/** YAML that is valid but has no meaning here: aliases, anchors, tags, keys that are not words. */
function findUnfitNode(
  document: Document,
): { offset: number; fault: Omit<Fault, 'line'> } | undefined {
  let found: { offset: number; fault: Omit<Fault, 'line'> } | undefined;
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key)) return undefined;
      found = { offset: startOf(pair.key) ?? 0, fault: UNFIT_KEY };
      return visit.BREAK;
    },
    Node(_, node) {
      const fault = faultOfNode(node);
      if (!fault) return undefined;
      found = { offset: startOf(node) ?? 0, fault };
      return visit.BREAK;
    },
  });
  return found;
}

function faultOfNode(node: Node): Omit<Fault, 'line'> | undefined {
  if (isAlias(node)) return unfitStart('*');
  if (node.anchor !== undefined) return unfitStart('&');
  if (node.tag !== undefined) return unfitStart('!');
  if (isScalar(node) && node.type === 'PLAIN' && /^[^\s#]/.test(node.comment ?? '')) {
    return UNFIT_COMMENT;
  }
  return undefined;
}

const UNFIT_KEY = {
  wrong: 'A key is not a single word.',
  right: 'Put quotation marks around a value that begins with ? [ or {.',
};

/** `headline: Striker #9 scores`: what would be lost is more likely a text than a comment. */
const UNFIT_COMMENT = {
  wrong: 'The value would end before #: to YAML, a comment begins there.',
  right:
    'Put quotation marks around the whole value. If it is a comment, write a space after the #.',
};

/** Where the deepest existing key of `path` begins, as an offset into the YAML. */
function offsetOf(document: Document, path: YamlPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
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
  return isNode(node) ? node.range?.[0] : undefined;
}
