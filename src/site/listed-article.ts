import type { SitePath } from '../article/address.ts';
import type { ArticlePicture } from './article-picture.ts';
import type { Contents, PublishedArticle, TopicLink } from './contents.ts';

/** What a list says of an article. */
export interface ListedArticle {
  readonly path: SitePath;
  /** The article's. */
  readonly digest: string;
  readonly headline: string;
  readonly standfirst?: string | undefined;
  readonly published?: string | undefined;
  readonly language: string;
  /** The first of its topics. */
  readonly topic?: TopicLink | undefined;
  readonly picture?: (ArticlePicture & { readonly alt: string }) | undefined;
}

/** An article as it stands in lists. */
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

/** What a link to an article says. */
export interface ArticleLink {
  readonly path: SitePath;
  /** The article's. */
  readonly digest: string;
  readonly headline: string;
  readonly language: string;
}

/** A link to an article, with its headline for words. */
export function articleLink({ path, digest, language, article }: PublishedArticle): ArticleLink {
  return { path, digest, language, headline: article.headline };
}
