import { posix } from 'node:path';
import type { ImageMetadata } from 'astro';
import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import { toRelativePath } from '../article/picture-path.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { digestOf } from '../cache/digest.ts';
import type { Heading } from '../markdown/heading-anchors.ts';
import { findPicture } from './pictures/find-picture.ts';
import type { ReadArticle } from './read-article-files.ts';

/** A picture of a body. */
export interface BodyImage<Image> {
  readonly image: Image;
  /** From the project's folder. */
  readonly file: string;
  /** As the article has it: `./photo.jpg`. */
  readonly path: string;
  readonly alt: string;
  readonly title?: string | undefined;
}

/** What pages need to know of a body, beside its HTML (see `article-body.ts`). */
export interface BodyData<Image> {
  /** The article's file, from the project's folder. */
  readonly file: string;
  /** The key of the HTML in the cache. */
  readonly digest: string;
  readonly headings: readonly Heading[];
  /** Whole minutes. */
  readonly readingMinutes: number;
  /** In the order of their gaps in the HTML. */
  readonly pictures: readonly BodyImage<Image>[];
}

/** The `data` of an article in the collection: its front matter, and what else pages need. */
export type ArticleData<Image> = ArticleFrontMatter<Image> & {
  /** The file of the lead picture, from the project's folder. */
  readonly leadFile?: string | undefined;
  readonly body: BodyData<Image>;
};

/**
 * The schema of the collection. The loader has validated the front matter already (see
 * `parse-article.ts`), with better errors than Astro's. What is left is to hand the pictures to Astro.
 */
export function articleEntrySchema({ image }: SchemaContext) {
  const open = (path: string): ImageMetadata => image().parse(path);
  return z.custom<ArticleData<string>>().transform((data): ArticleData<ImageMetadata> => {
    const { image: lead, body, ...frontMatter } = data;
    const pictures = body.pictures.map((picture) => ({ ...picture, image: open(picture.image) }));
    return {
      ...frontMatter,
      ...(lead && {
        image: { ...lead, file: lead.file === undefined ? undefined : open(lead.file) },
      }),
      body: { ...body, pictures },
    };
  });
}

/**
 * An article as an entry of the collection.
 * @param options.developing keeps the digest when only words of the body change: pages read these
 *   from the file, so Astro need not write its store and work out all pages again
 */
export function toEntry(
  { slug, file, digest, version, article, body }: ReadArticle,
  { developing }: { readonly developing: boolean },
) {
  const { image, ...frontMatter } = article;
  const { headings, readingMinutes, pictures } = body;
  const lead = image?.file === undefined ? undefined : pictureOf(file, image.file);
  const shown = {
    ...frontMatter,
    ...(image && { image: { ...image, file: lead?.image } }),
    leadFile: lead?.file,
    body: {
      file,
      headings: headings.map(({ depth, slug, text }) => ({ depth, slug, text })),
      readingMinutes,
      pictures: pictures.map(({ file: path, alt, title }) => ({
        ...pictureOf(file, path),
        path,
        alt,
        title,
      })),
    },
  };
  return {
    id: slug,
    filePath: file,
    digest: developing ? digestOf(JSON.stringify(shown)) : version,
    data: { ...shown, body: { ...shown.body, digest } } satisfies ArticleData<string>,
  };
}

/** Whether an article has pictures for Astro to open. */
export function hasPictures({ article, body }: ReadArticle): boolean {
  return article.image?.file !== undefined || body.pictures.length > 0;
}

/**
 * A picture as Astro looks for it, relative to the article, and from the project's folder. Astro
 * compares names byte by byte, and a file's may be in another Unicode form than in the text.
 */
function pictureOf(article: string, path: string): { image: string; file: string } {
  const folder = posix.dirname(article);
  const found = findPicture(article, path);
  const file = found.ok ? found.file : posix.join(folder, path);
  return { image: toRelativePath(posix.relative(folder, file)), file };
}
