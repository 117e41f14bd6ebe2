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
import type { Fault } from '../../article/problem.ts';
import { explainSpecialStart, explainYamlError, tooDeep } from './explain-yaml-error.ts';

/** The keys and list indexes that lead to a value. */
type YamlPath = readonly PropertyKey[];

export interface YamlData {
  /**
   * Plain objects and arrays. **Every scalar is a string**, exactly as written (`1.10`, `Yes`,
   * `2023-09-19`): schemas convert values, so no headline becomes a number.
   */
  readonly data: unknown;
  /**
   * Returns the line of a key in the file, counted from 1. For a missing key, that of its parent.
   */
  readonly lineOf: (path: YamlPath) => number;
  /** Whether a value is in quotation marks. */
  readonly isQuoted: (path: YamlPath) => boolean;
}

interface YamlContext {
  /** The first line of the YAML in the file, counted from 1. */
  readonly firstLine: number;
  /** The name of the YAML in messages: `front matter`, `file`. */
  readonly name: string;
  /** The advice for YAML without keys. */
  readonly example: string;
}

type YamlResult =
  | { readonly ok: true; readonly value: YamlData }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** In UTF-16 code units. The parser compares all keys with each other: 5,000 keys take a second. */
const MAX_LENGTH = 30_000;

/**
 * Reads YAML 1.2 with the failsafe schema (https://yaml.org/spec/1.2.2/#101-failsafe-schema). The
 * top level must be a mapping. Refuses anchors, aliases and tags: aliases can exhaust memory, and
 * authors write `!` and `*` at the beginning of texts.
 */
export function readYaml(yaml: string, context: YamlContext): YamlResult {
  const { firstLine, name, example } = context;
  const fail = (fault: Fault): YamlResult => ({
    ok: false,
    faults: [{ line: firstLine, ...fault }],
  });
  if (yaml.length > MAX_LENGTH) {
    return fail({
      wrong: `The ${name} has ${yaml.length.toLocaleString('en')} characters. The limit is ${MAX_LENGTH.toLocaleString('en')}.`,
      right: 'Shorten it.',
    });
  }
  const lineCounter = new LineCounter();
  // The parser does not support CR alone as a line break.
  const text = yaml.replaceAll(/\r\n?/g, '\n');
  const lineInFile = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1;
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter,
      prettyErrors: false,
      // `silent` would also ignore a second document.
      logLevel: 'error',
    });
    const errors = document.errors.map((error) => {
      const { offset, ...fault } = explainYamlError(error, document, text, name);
      return { line: lineInFile(offset), ...fault };
    });
    if (errors.length > 0) return { ok: false, faults: firstOfEachLine(errors) };
    if (!isMap(document.contents)) {
      return fail({ wrong: `The ${name} is not a list of keys and values.`, right: example });
    }
    const unsupported = findUnsupportedNodes(document).map(({ offset, fault }) => {
      return { line: lineInFile(offset), ...fault };
    });
    if (unsupported.length > 0) return { ok: false, faults: firstOfEachLine(unsupported) };
    const lineOf = (path: YamlPath): number => lineInFile(offsetOf(document, path));
    const isQuoted = (path: YamlPath): boolean => {
      const node = document.getIn(path, true);
      return isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE');
    };
    return { ok: true, value: { data: document.toJS({ maxAliasCount: 0 }), lineOf, isQuoted } };
  } catch (error) {
    // The parser is recursive, so deep nesting exceeds the stack.
    if (!(error instanceof RangeError)) throw error;
    return fail(tooDeep(name));
  }
}

/** One mistake often causes several errors on a line. */
function firstOfEachLine(faults: readonly (Fault & { line: number })[]): Fault[] {
  return [...Map.groupBy(faults, ({ line }) => line).values()].flatMap((onLine) =>
    onLine.slice(0, 1),
  );
}

interface UnsupportedNode {
  readonly offset: number;
  readonly fault: Fault;
}

/** Finds aliases, anchors, tags, keys that are not scalars, and comments that are probably text. */
function findUnsupportedNodes(document: Document): UnsupportedNode[] {
  const found: UnsupportedNode[] = [];
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key)) return undefined;
      found.push({ offset: startOf(pair.key) ?? 0, fault: COMPLEX_KEY });
      return visit.SKIP;
    },
    Node(_, node) {
      const fault = checkNode(node);
      if (fault) found.push({ offset: startOf(node) ?? 0, fault });
    },
  });
  return found;
}

function checkNode(node: Node): Fault | undefined {
  if (isAlias(node)) return explainSpecialStart('*');
  if (node.anchor !== undefined) return explainSpecialStart('&');
  if (node.tag !== undefined) return explainSpecialStart('!');
  if (isScalar(node) && node.type === 'PLAIN' && /^[^\s#]/.test(node.comment ?? '')) {
    return PROBABLE_TEXT;
  }
  return undefined;
}

const COMPLEX_KEY: Fault = {
  wrong: 'The key is not text.',
  right: 'Put values that begin with ? [ or { in quotation marks.',
};

/** For example `headline: Striker #9 scores`. */
const PROBABLE_TEXT: Fault = {
  wrong: 'YAML reads # and the text after it as a comment.',
  right: 'Put the value in quotation marks. If this is a comment, write a space after the #.',
};

/** Returns the offset of the deepest existing key of `path`. */
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
