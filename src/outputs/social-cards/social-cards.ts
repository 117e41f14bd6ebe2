import type { ReadArticle } from '../../content/read-article-files.ts';
import { PUBLICATION_FILE, type Publication } from '../../publication.ts';
import { paletteWith } from '../../publication/palette.ts';
import { missingCharacters } from './card-fonts.ts';
import { headlineOnCard, nameOnCards } from './card-text.ts';
import type { SocialCard } from './draw-social-cards.ts';
import { socialCardPath } from './social-card.ts';

/** What a card depends on. */
interface CardArticle extends Pick<ReadArticle, 'slug' | 'file'> {
  readonly article: Pick<ReadArticle['article'], 'headline' | 'language' | 'image'>;
}

/**
 * Returns the social cards to draw: one for the publication, and one for each article without a lead
 * picture. None without a `url`, because the URLs of card images must be absolute. If no font has the
 * characters of a headline, the card of its article is that of the publication. If no font has those
 * of the publication's name, its host stands in for it.
 */
export async function socialCards(
  publication: Publication,
  articles: readonly CardArticle[],
): Promise<SocialCard[]> {
  const { language } = publication;
  if (publication.url === undefined) return [];
  const { paper, ink, accent } = paletteWith('light', publication.colours ?? {});
  const colours = { paper, ink, accent };
  const name = await nameOnCards(publication);
  const own = { headline: name, publication: '', language, colours };
  const ofArticles = withoutPicture(articles).map(async ({ slug, article }) => {
    const headline = await headlineOnCard(article.headline);
    const path = socialCardPath(slug);
    if (headline === undefined) return { ...own, path };
    return {
      headline,
      publication: name,
      language: article.language ?? language,
      colours,
      path,
    };
  });
  return [{ ...own, path: socialCardPath() }, ...(await Promise.all(ofArticles))];
}

/** Returns a sentence for each text that no font can draw on a social card. */
export async function undrawnCards(
  { name, url }: Publication,
  articles: readonly CardArticle[],
): Promise<string[]> {
  if (url === undefined) return [];
  const texts = [
    {
      text: name,
      instead: `Cards for sharing show ${new URL(url).hostname}`,
      where: PUBLICATION_FILE,
    },
    ...withoutPicture(articles).map(({ file, article }) => ({
      text: article.headline,
      instead: "The card for sharing is the publication's",
      where: file,
    })),
  ];
  const sentences = texts.map(async ({ text, instead, where }) => {
    const missing = await missingCharacters(text);
    if (missing.length === 0) return [];
    return [`${instead}, because no font of the build has ${missing.join(' ')}: ${where}`];
  });
  return (await Promise.all(sentences)).flat();
}

function withoutPicture(articles: readonly CardArticle[]): readonly CardArticle[] {
  return articles.filter(({ article }) => article.image?.file === undefined);
}
