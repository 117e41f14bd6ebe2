import type { Fault } from '../../article/problem.ts';
import type { ArticleFrontMatter } from '../../article/schema.ts';
import type { FrontMatter } from '../yaml/read-front-matter.ts';
import { keyName } from '../yaml/validate.ts';

/** Keys with Markdown, which removes comments. */
const MARKDOWN_KEYS: ReadonlySet<string> = new Set(['image.caption', 'image.credit']);

/** Finds comments in plain text, such as a headline: they are published. */
export function findPlainTextComments(
  { lineOf }: Pick<FrontMatter, 'lineOf'>,
  article: ArticleFrontMatter<string>,
): Fault[] {
  return textsIn(article, [])
    .filter(({ path, text }) => COMMENT.test(text) && !MARKDOWN_KEYS.has(keyName(path)))
    .map(({ path }) => ({ line: lineOf(path), key: keyName(path), ...PUBLISHED_COMMENT }));
}

const COMMENT = /<!--.*?-->/;

const PUBLISHED_COMMENT: Fault = {
  wrong: 'The comment <!-- … --> will be published, because this key is plain text.',
  right: 'Write comments in front matter on lines of their own that begin with #.',
};

interface TextAtPath {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function textsIn(value: unknown, path: readonly PropertyKey[]): TextAtPath[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
