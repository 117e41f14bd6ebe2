import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownPath } from '../article/address.ts';
import { withPublicOriginal } from '../article/translations.ts';
import { hasPictures } from '../content/article-entry.ts';
import type { ReadArticle } from '../content/read-article-files.ts';
import { markdownCopy, NO_PICTURES } from './markdown-copy.ts';

/**
 * Writes the Markdown copies of articles without pictures. `pages/articles/[slug].md.ts` renders the
 * others, because only Astro knows the URLs of pictures. Synchronous, because that is faster for
 * thousands of small files.
 * @param folder the built site, with the pages of the articles
 */
export function writeMarkdownCopies(
  folder: string,
  articles: readonly ReadArticle[],
  publicationLanguage: string,
): void {
  const slugs = new Set(articles.map(({ slug }) => slug));
  for (const article of articles) {
    if (hasPictures(article)) continue;
    const { file, addresses } = article;
    const frontMatter = withPublicOriginal(article.article, slugs);
    const language = frontMatter.language ?? publicationLanguage;
    writeFileSync(
      join(folder, markdownPath(article.slug)),
      markdownCopy({ file, article: frontMatter, language, addresses }, NO_PICTURES),
    );
  }
}
