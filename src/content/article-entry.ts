import { posix } from 'node:path';
import type { ImageMetadata } from 'astro';
import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import { toRelativePath } from '../article/picture-path.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { digestOf } from '../cache/digest.ts';
import type { TextRange } from '../markdown/cut-text.ts';
import type { GalleryPlace } from '../markdown/galleries.ts';
import type { Heading } from '../markdown/headings.ts';
import type { BodyRecording } from '../markdown/recordings.ts';
import { fileOf } from './linked-files.ts';
import { findPicture } from './pictures/find-picture.ts';
import type { ReadArticle } from './read-article-files.ts';
import { companionsOf } from './recordings.ts';

export interface BodyImage<Image> {
  readonly image: Image;
  /** Relative to the project. */
  readonly file: string;
  /** Relative to the article: `./photo.jpg`. */
  readonly path: string;
  readonly alt: string;
  readonly title?: string | undefined;
  /** See `BodyPicture`. */
  readonly inGallery?: GalleryPlace | undefined;
}

/** Sound or video, with what is beside it. */
export interface EntryRecording {
  /** Relative to the project. */
  readonly file: string;
  readonly name: string;
  /** Relative to the article's page. */
  readonly href: string;
  /** Relative to the article's page. */
  readonly captions?: string | undefined;
  /** Relative to the project. */
  readonly transcript?: string | undefined;
}

/** What pages need from a body, except its HTML (see `article-body.ts`). */
export interface BodyData<Image> {
  /** The article's file, relative to the project. */
  readonly file: string;
  /** The cache key of the HTML. */
  readonly digest: string;
  readonly headings: readonly Heading[];
  readonly readingMinutes: number;
  /** In the order of their gaps in the HTML. */
  readonly pictures: readonly BodyImage<Image>[];
  /** In the order of their figures in the HTML. Absent if there are none. */
  readonly recordings?: readonly EntryRecording[] | undefined;
  /** Where addresses are in the text (see `RenderedBody`), if it has pictures. Out of date in `dev`. */
  readonly addresses?: readonly TextRange[] | undefined;
}

/** The `data` of an article in the collection. */
export type ArticleData<Image> = ArticleFrontMatter<Image> & {
  /** The file of the lead picture, relative to the project. */
  readonly leadFile?: string | undefined;
  /** `true` if the article has expired. */
  readonly expired?: boolean | undefined;
  readonly body: BodyData<Image>;
};

/**
 * The schema of the collection. It only passes pictures to Astro: the loader has already validated
 * the front matter, with better error messages (see `parse-article.ts`).
 */
export function articleEntrySchema({ image }: SchemaContext) {
  const toImage = (path: string): ImageMetadata => image().parse(path);
  return z.custom<ArticleData<string>>().transform((data): ArticleData<ImageMetadata> => {
    const { image: lead, body, ...frontMatter } = data;
    const pictures = body.pictures.map((picture) => ({
      ...picture,
      image: toImage(picture.image),
    }));
    return {
      ...frontMatter,
      ...(lead && {
        image: { ...lead, file: lead.file === undefined ? undefined : toImage(lead.file) },
      }),
      body: { ...body, pictures },
    };
  });
}

/**
 * Returns an article as an entry of the collection.
 * @param options.developing whether to keep the digest when only text of the body changes: pages
 *   read it from the file, so Astro does not need to write its store and rebuild all pages
 */
export function toEntry(
  { slug, file, digest, version, article, body, addresses, expired }: ReadArticle,
  { developing }: { readonly developing: boolean },
) {
  const { image, ...frontMatter } = article;
  const { headings, readingMinutes, pictures, recordings } = body;
  const lead = image?.file === undefined ? undefined : resolvePicture(file, image.file);
  const data = {
    ...frontMatter,
    ...(image && { image: { ...image, file: lead?.image } }),
    leadFile: lead?.file,
    ...(expired && { expired }),
    body: {
      file,
      headings: headings.map(({ depth, slug, text }) => ({ depth, slug, text })),
      readingMinutes,
      ...(recordings.length > 0 && {
        recordings: recordings.map((one) => toEntryRecording(file, one)),
      }),
      pictures: pictures.map(({ file: path, alt, title, inGallery }) => ({
        ...resolvePicture(file, path),
        path,
        alt,
        title,
        inGallery,
      })),
    },
  };
  return {
    id: slug,
    filePath: file,
    digest: developing ? digestOf(JSON.stringify(data)) : version,
    data: {
      ...data,
      body: { ...data.body, digest, ...(hasPictures({ article, body }) && { addresses }) },
    } satisfies ArticleData<string>,
  };
}

function toEntryRecording(article: string, recording: BodyRecording): EntryRecording {
  const { captions, transcript } = companionsOf(article, recording);
  return {
    file: fileOf(article, recording.file),
    name: recording.name,
    href: recording.href,
    captions: captions === undefined ? undefined : recording.href.replace(/[^.]*$/, 'vtt'),
    transcript: transcript === undefined ? undefined : fileOf(article, transcript),
  };
}

/** Whether an article has pictures for Astro to open. */
export function hasPictures({
  article,
  body,
}: {
  readonly article: ArticleFrontMatter<unknown>;
  readonly body: { readonly pictures: readonly unknown[] };
}): boolean {
  return article.image?.file !== undefined || body.pictures.length > 0;
}

/**
 * Returns the path of a picture relative to the article, for Astro, and relative to the project.
 * Uses the name on disk, which can be in another Unicode form than in the text: Astro compares
 * bytes.
 */
export function resolvePicture(article: string, path: string): { image: string; file: string } {
  const folder = posix.dirname(article);
  const found = findPicture(article, path);
  const file = found.ok ? found.file : posix.join(folder, path);
  return { image: toRelativePath(posix.relative(folder, file)), file };
}
