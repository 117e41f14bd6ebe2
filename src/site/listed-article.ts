import type { SitePath } from '../article/address.ts';
import type { ArticlePicture } from './article-picture.ts';
import type { Contents, PublishedArticle, TopicLink } from './contents.ts';

/** An article in a list. */
export interface ListedArticle {
  readonly path: SitePath;
  /** `PublishedArticle.digest`, for cache keys. */
  readonly digest: string;
  readonly headline: string;
  readonly standfirst?: string | undefined;
  readonly published?: string | undefined;
  readonly language: string;
  /** The article's first topic. */
  readonly topic?: TopicLink | undefined;
  readonly picture?: (ArticlePicture & { readonly alt: string }) | undefined;
}

export function listedArticle(
  { path, digest, article, language, topics }: PublishedArticle,
  { topicLink }: Pick<Contents, 'topicLink'>,
): ListedArticle {
  const { headline, standfirst, published, image } = article;
  const [topic] = topics;
  return {
    path,
    digest,
    headline,
    standfirst,
    published,
    language,
    topic: topic === undefined ? undefined : topicLink(topic),
    picture: image?.file && { ...image.file, alt: image.alt ?? '' },
  };
}

export interface ArticleLink {
  readonly path: SitePath;
  /** `PublishedArticle.digest`, for cache keys. */
  readonly digest: string;
  readonly headline: string;
  readonly published?: string | undefined;
  readonly language: string;
}

export function articleLink({ path, digest, language, article }: PublishedArticle): ArticleLink {
  const { headline, published } = article;
  return { path, digest, language, headline, published };
}

/** An article among its translations. */
export interface LanguageLink extends ArticleLink {
  readonly isOriginal: boolean;
}

export function languageLink(published: PublishedArticle): LanguageLink {
  const isOriginal = published.article.translationOf === undefined;
  return { ...articleLink(published), isOriginal, digest: `${published.digest} ${isOriginal}` };
}
