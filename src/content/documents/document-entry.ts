import type { ImageMetadata } from 'astro';
import type { SchemaContext } from 'astro:content';
import { z } from 'zod';
import type { DocumentFolder, DocumentFrontMatter } from '../../article/documents.ts';
import type { Heading } from '../../markdown/headings.ts';
import { resolvePicture, type BodyImage } from '../article-entry.ts';
import type { ReadDocument } from './read-documents.ts';

/** The body of a text that is not an article. Small, so its HTML is in the content store. */
export interface DocumentBody<Image> {
  /** Sanitized, with a gap (see `PICTURE_GAP`) for each picture. */
  readonly html: string;
  readonly headings: readonly Heading[];
  /** In the order of their gaps. */
  readonly pictures: readonly BodyImage<Image>[];
}

/** The `data` of a text in its collection. */
export interface DocumentData<Folder extends DocumentFolder, Image> {
  readonly frontMatter: DocumentFrontMatter<Folder>;
  /** An author's. */
  readonly portrait?: { readonly image: Image; readonly file: string };
  readonly body?: DocumentBody<Image>;
}

/** The schema of a collection. It only passes pictures to Astro, as `articleEntrySchema` does. */
export function documentEntrySchema<Folder extends DocumentFolder>() {
  return ({ image }: SchemaContext) =>
    z
      .custom<DocumentData<Folder, string>>()
      .transform(({ frontMatter, portrait, body }): DocumentData<Folder, ImageMetadata> => {
        const opened = <Picture extends { readonly image: string }>(picture: Picture) => ({
          ...picture,
          image: image().parse(picture.image),
        });
        return {
          frontMatter,
          ...(portrait && { portrait: opened(portrait) }),
          ...(body && { body: { ...body, pictures: body.pictures.map(opened) } }),
        };
      });
}

/** Returns a text as an entry of its collection. */
export function toDocumentEntry<Folder extends DocumentFolder>({
  slug,
  file,
  digest,
  frontMatter,
  body,
}: ReadDocument<Folder>) {
  const data: DocumentData<Folder, string> = {
    frontMatter,
    ...('picture' in frontMatter &&
      frontMatter.picture !== undefined && {
        portrait: resolvePicture(file, frontMatter.picture),
      }),
    ...(body && {
      body: {
        html: body.html,
        headings: body.headings.map(({ depth, slug, text }) => ({ depth, slug, text })),
        pictures: body.pictures.map(({ file: path, alt, title, inGallery }) => ({
          ...resolvePicture(file, path),
          path,
          alt,
          title,
          inGallery,
        })),
      },
    }),
  };
  return { id: slug, filePath: file, digest, data: { ...data } };
}
