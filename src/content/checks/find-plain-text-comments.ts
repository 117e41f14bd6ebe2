import type { Problem } from '../../article/problem.ts';
import type { ArticleFrontMatter } from '../../article/schema.ts';
import type { FrontMatter } from '../yaml/read-front-matter.ts';
import { keyName } from '../yaml/validate.ts';

/** Whose values are Markdown, in which a comment is one. */
const MARKDOWN_KEYS: ReadonlySet<string> = new Set(['image.caption', 'image.credit']);

/** Warns of comments in plain text, such as a headline: they are published with the text. */
export function plainTextComments(
  { lineOf }: Pick<FrontMatter, 'lineOf'>,
  article: ArticleFrontMatter<string>,
): Omit<Problem, 'file'>[] {
  return textsIn(article, [])
    .filter(({ path, text }) => COMMENT.test(text) && !MARKDOWN_KEYS.has(keyName(path)))
    .map(({ path }) => ({ line: lineOf(path), key: keyName(path), ...PUBLISHED }));
}

const COMMENT = /<!--.*?-->/;

const PUBLISHED = {
  wrong: 'The text holds <!-- … -->, and will be published with it: this key is plain text.',
  right: 'Write comments in front matter on a line of their own, after a #.',
};

interface PlacedText {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function textsIn(value: unknown, path: readonly PropertyKey[]): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
