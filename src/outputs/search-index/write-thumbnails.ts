import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { articlePath } from '../../article/address.ts';
import { thumbnailPath } from '../../client/search/search-parts.ts';
import type { ReadArticle } from '../../content/read-article-files.ts';
import { encodePicture } from '../../integration/image-service.ts';

/**
 * Writes the pictures of search results: the smallest WebP file of each lead picture, to an address that
 * is known before Astro makes it, when articles are indexed.
 * @param folder the built site
 */
export async function writeThumbnails(
  folder: string,
  articles: readonly Pick<ReadArticle, 'slug' | 'article'>[],
): Promise<void> {
  for (const { slug, article } of articles) {
    if (article.image?.file === undefined) continue;
    const page = articlePath(slug);
    const source = join(
      folder,
      dirname(page),
      smallestPicture(readFileSync(join(folder, page), 'utf8')),
    );
    const target = join(folder, thumbnailPath(slug));
    mkdirSync(dirname(target), { recursive: true });
    if (source.endsWith('.webp')) copyFileSync(source, target);
    // GIF has no other formats.
    else
      writeFileSync(
        target,
        await encodePicture(readFileSync(source), { src: source, format: 'webp' }),
      );
  }
}

/** Returns the address of the first picture of a page, as `components/Picture.astro` writes it. */
function smallestPicture(page: string): string {
  // Attributes in the head can contain tags as text.
  const content = page.slice(page.indexOf('<main id="main">'));
  const [picture = ''] = /<picture>.*?<\/picture>/s.exec(content) ?? [];
  const { webp, other } =
    /type="image\/webp" srcset="(?<webp>[^" ]+)/.exec(picture)?.groups ??
    /<img src="(?<other>[^"]+)"/.exec(picture)?.groups ??
    {};
  const address = webp ?? other;
  if (address === undefined) throw new Error('The page of an article has no lead picture.');
  return decodeURIComponent(address);
}
