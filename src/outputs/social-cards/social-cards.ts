import type { ReadArticle } from '../../content/read-article-files.ts';
import type { Publication } from '../../publication.ts';
import type { SocialCard } from './draw-social-cards.ts';
import { socialCardPath } from './social-card.ts';

/** The cards that a publication needs: none without a `url`, since their addresses must be absolute. */
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
