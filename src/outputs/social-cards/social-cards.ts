import type { ReadArticle } from '../../content/read-article-files.ts';
import type { Publication } from '../../publication.ts';
import type { SocialCard } from './draw-social-cards.ts';
import { socialCardPath } from './social-card.ts';

/**
 * Returns the social cards to draw: one for the publication, and one for each article without a lead
 * picture. None without a `url`, because the URLs of card images must be absolute.
 */
export function socialCards(
  { name, language, url }: Publication,
  articles: readonly ReadArticle[],
): SocialCard[] {
  if (url === undefined) return [];
  const withoutPicture = articles.filter(({ article }) => article.image?.file === undefined);
  return [
    { headline: name, publication: '', language, path: socialCardPath() },
    ...withoutPicture.map(({ slug, article }) => ({
      headline: article.headline,
      publication: name,
      language: article.language ?? language,
      path: socialCardPath(slug),
    })),
  ];
}
