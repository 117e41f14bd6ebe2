import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articlePath } from '../../article/address.ts';
import { thumbnailPath } from '../../client/search/search-parts.ts';
import { fileOf } from '../../content/linked-files.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { encodePicture } from '../../integration/image-service.ts';

/** In pixels. */
const WIDTH = 320;

/**
 * Writes the pictures of search results: the smallest WebP file of each lead picture, to an address that
 * is known before Astro makes it, when articles are indexed.
 * @param folder the built site
 */
export async function writeThumbnails(
  folder: string,
  articles: readonly Pick<ReadArticle, 'slug' | 'file' | 'article'>[],
): Promise<void> {
  for (const { slug, file, article } of articles) {
    if (article.image?.file === undefined) continue;
    const target = join(folder, thumbnailPath(slug));
    mkdirSync(dirname(target), { recursive: true });
    const page = join(folder, articlePath(slug));
    const smallest = smallestPicture(readFileSync(page, 'utf8'));
    if (smallest !== undefined) {
      copyFileSync(join(dirname(page), smallest), target);
      continue;
    }
    // A GIF, which has no other formats, or a layout that does not show the picture.
    const original = fileOf(file, article.image.file);
    const options = { src: original, format: 'webp', width: WIDTH };
    writeFileSync(target, await encodePicture(readFileSync(original), options));
  }
}

/** Returns the address of the first picture of a page, as `components/Picture.astro` writes it. */
function smallestPicture(page: string): string | undefined {
  // Attributes in the head can contain tags as text.
  const content = page.slice(page.indexOf('<main'));
  const [picture = ''] = /<picture>.*?<\/picture>/s.exec(content) ?? [];
  const address = /type="image\/webp" srcset="([^" ]+)/.exec(picture)?.[1];
  return address && decodeURIComponent(address);
}
