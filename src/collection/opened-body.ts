import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { z } from 'zod';
import type { Heading } from '../markdown/heading-anchors.ts';
import { bodyHtml } from './body-html.ts';

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

/** What `toEntry` (see `article-entry.ts`) puts beside the HTML; Astro hands it on without its types. */
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
