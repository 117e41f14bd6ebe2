import { readFileSync } from 'node:fs';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { splitFrontMatter } from '../content/yaml/read-front-matter.ts';
import { rewriteAddresses } from '../markdown/rewrite-addresses.ts';
import { withoutComments } from '../markdown/without-comments.ts';

/** The pictures of a copy, as addresses from its own place. */
export interface CopiedPictures {
  readonly lead?: string | undefined;
  /** By their paths in the article. */
  readonly body: ReadonlyMap<string, string>;
}

export const NO_PICTURES: CopiedPictures = { body: new Map() };

/** What a Markdown copy is made from. */
export interface MarkdownCopySource {
  /** The article's, from the project's folder. */
  readonly file: string;
  readonly article: ArticleFrontMatter<unknown>;
  /** Its own language, or the publication's (BCP 47). */
  readonly language: string;
}

/**
 * An article as a Markdown file to take along. The body is the author's to the character, except for
 * comments, which are left out, and the addresses of pictures and of other articles, which lead to the
 * files beside the copy. The front matter is written anew: it names the language, and has no comments
 * either.
 * @throws Error if the file has no front matter any more
 */
export function markdownCopy(
  { file, article, language }: MarkdownCopySource,
  pictures: CopiedPictures,
): string {
  const source = splitFrontMatter(textOf(file));
  if (!source.ok) throw new Error(`${file} was changed while the site was being built.`);
  const { image, ...keys } = article;
  const frontMatter = {
    ...keys,
    draft: undefined,
    language,
    ...(image && {
      image: {
        ...{ ...image, file: pictures.lead },
        ...{ caption: words(image.caption), credit: words(image.credit) },
      },
    }),
  };
  const body = withoutComments(source.body, 'body');
  const rewritten =
    pictures.body.size === 0 && !MAY_LEAD_TO_ARTICLE.test(body)
      ? body
      : rewriteAddresses(body, (address) => pictures.body.get(address) ?? addressOfCopy(address));
  return `---\n${yaml(frontMatter)}---\n${rewritten}`;
}

/** A caption or credit. */
function words(markdown: string | undefined): string | undefined {
  return markdown === undefined ? undefined : withoutComments(markdown, 'inline').trim();
}

/** Empty if the file is gone. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** How an address can end in `.md`: written as that, with a character reference or an escape. */
const MAY_LEAD_TO_ARTICLE = /\.md|&(?:#|period)|\\\./;

/** `../other/index.md#part` → `other.md#part`: all copies are in one folder. */
function addressOfCopy(address: string): string | undefined {
  const target = /^(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md(?<part>#.*)?$/.exec(
    address,
  );
  if (!target?.groups) return undefined;
  return `${encodeURIComponent(target.groups.slug ?? '')}.md${target.groups.part ?? ''}`;
}

/** Each key on a line, each value as JSON: YAML that no text can break. */
function yaml(keys: Readonly<Record<string, unknown>>): string {
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
