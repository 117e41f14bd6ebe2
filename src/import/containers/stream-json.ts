import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { encodingOfMark } from '../bytes/decode-bytes.ts';
import { FormatError } from '../document/format-error.ts';
import { decodeChunks, linesIn, type ChunkedFile } from './decode-chunks.ts';

/** A value in a file of JSON. */
export interface JsonItem {
  /** Where it is: `['items', 3]` */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** In levels. */
const MAX_DEPTH = 256;
/** In bytes, of one item. */
const MAX_ITEM = 50_000_000;
/** In values, keys and signs, of one item. Short ones need twenty times the memory of their text. */
const MAX_TOKENS = 1_000_000;
/** In bytes. Longer strings are joined from pieces of this size. */
const STRING_BUFFER = 65_536;

/**
 * Reads JSON piece by piece: yields each value that one of the paths names, and forgets it. This takes
 * less time than JSON.parse of a whole file. Unlike there, a key can have several values, and byte order
 * marks in strings can get lost.
 * @param paths `$.items.*`, where `*` is any key or index
 * @throws FormatError if the JSON is broken or hostile
 */
export function* streamJson(file: ChunkedFile, paths: readonly string[]): Generator<JsonItem> {
  const tokenizer = new Tokenizer({ stringBufferSize: STRING_BUFFER });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const items: JsonItem[] = [];
  let lastToken = 0;
  let depth = 0;
  let tokens = 0;
  let length = 0;
  tokenizer.onToken = (info) => {
    lastToken = info.offset;
    if (++tokens > MAX_TOKENS) {
      throw hostile(`has a part of more than ${MAX_TOKENS.toLocaleString('en')} values`);
    }
    if (info.token === TokenType.LEFT_BRACE || info.token === TokenType.LEFT_BRACKET) {
      if (++depth > MAX_DEPTH) throw hostile(`nests values deeper than ${MAX_DEPTH} levels`);
    } else if (info.token === TokenType.RIGHT_BRACE || info.token === TokenType.RIGHT_BRACKET) {
      depth--;
    }
    parser.write(info);
  };
  parser.onValue = ({ value, key, stack }) => {
    items.push({ path: [...stack, { key }].flatMap((container) => container.key ?? []), value });
    tokens = 0;
    length = 0;
  };
  for (const chunk of utf8Chunks(file)) {
    length += chunk.length;
    if (length > MAX_ITEM) {
      throw hostile(`has a part of more than ${MAX_ITEM.toLocaleString('en')} bytes`);
    }
    try {
      tokenizer.write(chunk);
    } catch (error) {
      if (error instanceof FormatError) throw error;
      // Bytes that are not UTF-8 come after the last token.
      throw explain(file, error instanceof TypeError ? Infinity : (offsetIn(error) ?? lastToken));
    }
    yield* items.splice(0);
  }
  try {
    tokenizer.end();
    if (!parser.isEnded) parser.end();
  } catch {
    throw explain(file, Infinity);
  }
  yield* items;
}

/** The parser reads UTF-8, and refuses bytes that are not. */
function* utf8Chunks(file: ChunkedFile): Generator<Uint8Array> {
  let isUtf8: boolean | undefined;
  for (const chunk of file.chunks()) {
    const isFirst = isUtf8 === undefined;
    isUtf8 ??= /^utf-?8$/i.test(encodingOf(file, chunk));
    if (!isUtf8) break;
    const start = isFirst && encodingOfMark(chunk) !== undefined ? MARK_LENGTH : 0;
    // Not a Buffer, of which parts take longer to make.
    yield new Uint8Array(chunk.buffer, chunk.byteOffset + start, chunk.length - start);
  }
  if (isUtf8 === false) for (const text of decode(file)) yield Buffer.from(text);
}

const MARK_LENGTH = 3;

function encodingOf({ encoding = 'utf-8' }: ChunkedFile, start: Uint8Array): string {
  return encodingOfMark(start) ?? encoding;
}

function decode(file: ChunkedFile): Generator<string> {
  return decodeChunks(file, 'JSON', (start) => encodingOf(file, start));
}

/** The parser only names the place in its message. */
function offsetIn(error: unknown): number | undefined {
  const [, offset] = /absolute position "(\d+)"/.exec(String(error)) ?? [];
  return offset === undefined ? undefined : Number(offset);
}

/**
 * What is wrong, and in which line. Reads the file again: lines are not counted before.
 * @param offset in UTF-8
 * @throws FormatError if the file has bytes that cannot be decoded
 */
function explain(file: ChunkedFile, offset: number): FormatError {
  let line = 1;
  let start = 0;
  for (const text of decode(file)) {
    const bytes = Buffer.from(text);
    if (start + bytes.length > offset) {
      const before = bytes.toString('utf8', 0, offset - start);
      const near = before.slice(-NEAR) + text.slice(before.length, before.length + NEAR);
      return broken(
        `near: ${near.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()}`,
        line + linesIn(before),
      );
    }
    line += linesIn(text);
    start += bytes.length;
  }
  return broken('at its end, or was cut off.', line);
}

/** In characters, before and after what is broken. */
const NEAR = 20;

function hostile(what: string): FormatError {
  return new FormatError(`The JSON ${what}.`, 'Check where the file comes from.');
}

function broken(where: string, line: number): FormatError {
  return new FormatError(`The JSON is broken ${where}`, 'Export or download the file again.', {
    line,
  });
}
