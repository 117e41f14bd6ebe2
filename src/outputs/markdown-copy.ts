import { readFileSync } from 'node:fs';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { folderOf } from '../content/linked-files.ts';
import { toRelativePath } from '../article/picture-path.ts';
import { splitFrontMatter } from '../content/yaml/read-front-matter.ts';
import { readLinkTarget } from '../markdown/link-target.ts';
import type { TextRange } from '../markdown/cut-text.ts';
import { rewriteAddresses } from '../markdown/rewrite-addresses.ts';
import { withoutComments } from '../markdown/without-comments.ts';

/** The URLs of an article's pictures, relative to its Markdown copy. */
export interface PictureUrls {
  readonly lead?: string | undefined;
  /** By the paths in the article. */
  readonly body: ReadonlyMap<string, string>;
}

export const NO_PICTURES: PictureUrls = { body: new Map() };

export interface MarkdownCopySource {
  /** The article's file, relative to the project. */
  readonly file: string;
  readonly article: ArticleFrontMatter<unknown>;
  /** The article's language, or the publication's (BCP 47). */
  readonly language: string;
  /** The addresses in the body (see `RenderedBody`). If they are not known, the body is parsed. */
  readonly addresses?: readonly TextRange[] | undefined;
}

/**
 * Returns an article as a Markdown file for readers. The body is the author's, character by character,
 * but without comments, and with the URLs of pictures and other articles pointing to files of the site.
 * The front matter is generated: it includes the language, and no comments.
 * @throws Error if the file has lost its front matter since the articles were loaded
 */
export function markdownCopy(
  { file, article, language, addresses }: MarkdownCopySource,
  pictures: PictureUrls,
): string {
  const source = splitFrontMatter(readIfExists(file));
  if (!source.ok) throw new Error(`${file} was changed while the site was being built.`);
  const { image, ...keys } = article;
  const frontMatter = {
    ...keys,
    draft: undefined,
    language,
    ...(image && {
      image: {
        ...image,
        file: pictures.lead,
        caption: stripComments(image.caption),
        credit: stripComments(image.credit),
      },
    }),
  };
  const body = withoutComments(source.body, 'body');
  const rewritten = rewriteAddresses(
    body,
    (url) => pictures.body.get(toRelativePath(url)) ?? urlOfCopy(url, folderOf(file)),
    // Comments have moved them.
    body === source.body ? addresses : undefined,
  );
  return `---\n${yaml(frontMatter)}---\n${rewritten}`;
}

/** @param markdown a caption or credit */
function stripComments(markdown: string | undefined): string | undefined {
  return markdown === undefined ? undefined : withoutComments(markdown, 'inline').trim();
}

/** Returns an empty string if the file no longer exists. */
function readIfExists(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Returns the address of a link, from the copy: `../other/index.md#part` becomes `other.md#part`,
 * because all copies are in one folder, and `report.pdf` becomes `slug/report.pdf`.
 */
function urlOfCopy(url: string, folder: string): string | undefined {
  const link = /^(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md(?<anchor>#.*)?$/.exec(url);
  if (link?.groups) {
    return `${encodeURIComponent(link.groups.slug ?? '')}.md${link.groups.anchor ?? ''}`;
  }
  const target = readLinkTarget(url, folder);
  if (target.kind !== 'link') return undefined;
  // Only articles have copies.
  const away = target.page ?? target.file ?? target.article?.folder;
  return away === undefined ? undefined : target.href;
}

/** Writes one key per line, with JSON values, which are valid YAML. 30 times as fast as `yaml`. */
function yaml(keys: Readonly<Record<string, unknown>>): string {
  return Object.entries(keys)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
