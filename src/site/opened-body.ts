import type { ImageMetadata } from 'astro';
import type { Heading } from '../markdown/heading-anchors.ts';
import { bodyHtml } from '../content/body-html.ts';
import type { PublishedArticle } from './contents.ts';

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

/** The body of an article, with what Astro made of its pictures and the words for them. */
export function openBody({ file, digest, body, pictures }: PublishedArticle): OpenedBody {
  const { headings, readingMinutes } = body;
  return {
    html: bodyHtml(file, digest),
    pictures: pictures.map((image, index) => {
      const { alt = '', title } = body.pictures[index] ?? {};
      return { image, alt, title };
    }),
    headings,
    readingMinutes,
  };
}
