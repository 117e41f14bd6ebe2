import { ARABIC_AND, readByline } from '../../article/read-byline.ts';
import type { Fault } from '../../article/problem.ts';
import type { ArticleFrontMatter } from '../../article/schema.ts';
import { topicSlug } from '../../article/topics.ts';
import type { FrontMatter } from '../yaml/read-front-matter.ts';

/** Finds lists of topics and names that are probably not what their author meant. */
export function findProbableLists(
  { data, lineOf, isQuoted }: Pick<FrontMatter, 'data' | 'lineOf' | 'isQuoted'>,
  { topics = [], byline = [] }: ArticleFrontMatter<string>,
): Fault[] {
  const lists = [
    { key: 'topics', values: topics, separator: /\s*[,;،、，；]\s*/, keyOf: topicSlug },
    {
      key: 'byline',
      values: byline,
      separator: NAMES,
      keyOf: (name: string) => name.toLowerCase(),
    },
  ] as const;
  return lists.flatMap(({ key, values, separator, keyOf }) => {
    const fault =
      quoted(key, values) ??
      (key === 'byline' ? labelled(values) : undefined) ??
      (isText(data, key)
        ? joined(key, values, separator)
        : joined(key, values, FOREIGN_COMMA, (index) => isQuoted([key, index]))) ??
      repeated(key, values, keyOf);
    return fault ? [{ line: lineOf([key]), key, ...fault }] : [];
  });
}

/** Between names: commas, and "and" in the languages of the interface. */
const NAMES = new RegExp(
  String.raw`\s*[,;،、，；]\s*(?:(?:and|und|et|[yeиو]|та|ve|और)\s+)?|\s+(?:and|und|et|[&yeиіو]|та|ve|और)\s+|(?<=\p{Script=Han})[和与與](?=\p{Script=Han})|${ARABIC_AND.source}`,
  'u',
);

/** Commas that don't separate the items of a list in YAML. */
const FOREIGN_COMMA = /\s*[،、，]\s*/;

/** Whether the value is one text, not a list: in a list, "and" in an item is intended. */
function isText(data: unknown, key: string): boolean {
  return typeof data === 'object' && data !== null && typeof Reflect.get(data, key) === 'string';
}

function joined(
  key: string,
  values: readonly string[],
  separator: RegExp,
  isIntended: (index: number) => boolean = () => false,
): Fault | undefined {
  const parts = values.map((value, index) =>
    isIntended(index) ? [value] : value.split(separator).filter((part) => part !== ''),
  );
  const at = parts.findIndex(({ length }) => length > 1);
  if (at === -1) return undefined;
  const one = key === 'topics' ? 'one topic' : 'one name';
  const asOne = values.map((value, index) => (index === at ? `"${value}"` : listItem(value)));
  return {
    wrong: `"${values[at] ?? ''}" is read as ${one}.`,
    right: `If it is several, write ${key}: ${listOf(parts.flat())} — if it is one, write ${key}: [${asOne.join(', ')}]`,
  };
}

function quoted(key: string, values: readonly string[]): Fault | undefined {
  if (!values.some((value) => CURLY.test(value))) return undefined;
  return {
    wrong: 'The curly quotes are read as part of the text.',
    right: `Remove them: ${key}: ${listOf(values.map((value) => value.replace(CURLY, '').replace(CURLY, '')))}`,
  };
}

/** Names with the word that a page would have before them. */
function labelled(values: readonly string[]): Fault | undefined {
  const names = values.map((value) => readByline(capitalized(value)));
  const label = values.find((_, index) => names[index] !== undefined);
  if (label === undefined) return undefined;
  return {
    wrong: `"${label}" is read as a name.`,
    right: `Write only names: byline: ${listOf(values.flatMap((value, index) => names[index] ?? value))}`,
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Curly quotes at the start or the end. */
const CURLY = /^[“”„‘’«»]|[“”„‘«»]$/;

function repeated(
  key: string,
  values: readonly string[],
  keyOf: (value: string) => string,
): Fault | undefined {
  const unique = [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()];
  if (unique.length === values.length) return undefined;
  return {
    wrong: 'The list has the same value in two spellings.',
    right: `Write it once: ${key}: ${listOf(unique.toReversed())}`,
  };
}

/** Writes a list in YAML. */
function listOf(values: readonly string[]): string {
  return `[${values.map(listItem).join(', ')}]`;
}

function listItem(value: string): string {
  return /[,،、，[\]{}:#"'&*!|>%@`]/.test(value) ? JSON.stringify(value) : value;
}
