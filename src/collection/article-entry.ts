import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { z } from 'zod';
import { articleSchema } from '../article/schema.ts';
import type { Heading } from '../markdown/heading-anchors.ts';
import { bodyHtml } from './body-html.ts';
import type { ReadArticle } from './read-article-files.ts';

/** What the store holds of an article as data: its front matter, and the pictures of its body. */
export function articleEntrySchema<Picture extends z.ZodType>(picture: Picture) {
  return z.object({ article: articleSchema(picture), pictures: z.array(picture) });
}

/**
 * An article in the form that goes into Astro's store. The HTML of its body does not: Astro would
 * write, read, and bundle the bodies of all articles to show one. Astro takes every string in `data` that
 * begins with `__ASTRO_IMAGE_` for a picture to be opened: so no words of a body stand there, and
 * front matter must not begin so (see `text` in `fields.ts`).
 */
export function toEntry({ slug, file, raw, body, digest }: ReadArticle) {
  const { headings, pictures, readingMinutes } = body;
  return {
    id: slug,
    filePath: file,
    digest,
    data: { article: raw, pictures: pictures.map((picture) => picture.file) },
    rendered: {
      html: '',
      metadata: {
        headings: [...headings],
        readingMinutes,
        pictures: pictures.map(({ alt, title }) => ({ alt, title })),
      },
    },
  };
}

/** A picture of a body, opened. */
export interface OpenedPicture {
  readonly image: ImageMetadata;
  readonly alt: string;
  readonly title?: string | undefined;
}

/** The body of an article, ready to be shown. */
export interface OpenedBody {
  /** Sanitised HTML, with a gap (see `PICTURE_GAP`) where each picture is to be shown. */
  readonly html: string;
  /** In the order of their gaps. */
  readonly pictures: readonly OpenedPicture[];
  readonly headings: readonly Heading[];
  /** How long it takes to read, in whole minutes. */
  readonly readingMinutes: number;
}

/** What `toEntry` puts beside the HTML; Astro hands it on without its types. */
const bodyMetadata = z.object({
  headings: z.array(z.object({ depth: z.number(), slug: z.string(), text: z.string() })),
  readingMinutes: z.number(),
  pictures: z.array(z.object({ alt: z.string(), title: z.string().optional() })),
});

/** Puts a stored body together again: what Astro made of its pictures with the words for them. */
export function openBody({
  data,
  rendered,
  filePath = '',
  digest = '',
}: CollectionEntry<'articles'>): OpenedBody {
  const { headings, readingMinutes, pictures } = bodyMetadata.parse(rendered?.metadata);
  return {
    html: bodyHtml(filePath, String(digest)),
    pictures: data.pictures.map((image, index) => ({ image, alt: '', ...pictures[index] })),
    headings,
    readingMinutes,
  };
}
