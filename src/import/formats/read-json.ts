import { FormatError } from '../document/format-error.ts';
import { decodeText } from './decode-html.ts';
import type { FormatInput } from './format.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses a file of JSON that has an object at its top.
 * @throws FormatError if it is broken
 */
export function readJson({ bytes, encoding }: FormatInput): JsonObject {
  const text = decodeText(bytes, encoding);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, line] = /line (\d+)/.exec(message) ?? [];
    throw new FormatError(
      `The JSON is broken: ${message.slice(0, 200)}.`,
      'Export or download the file again.',
      line === undefined ? {} : { line: Number(line) },
    );
  }
  if (isObject(value)) return value;
  throw new FormatError('The JSON is not an object.', 'Export or download the file again.');
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text, without white space around it; `undefined` if it is empty or not a text. */
export function textIn(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.trim();
}

/** In levels. */
const MAX_DEPTH = 8;

/** All texts in a value, with the key that each is under: for the ledger. */
export function textsIn(value: unknown, key = '', depth = 0): { key: string; text: string }[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ key, text: value }];
  if (typeof value === 'number') return [{ key, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, one]) =>
    textsIn(one, isList ? key : key === '' ? name : `${key}.${name}`, depth + 1),
  );
}
