import { getCollection, type CollectionEntry } from 'astro:content';
import type { ImageMetadata } from 'astro';
import {
  ARCHIVE_PAGE,
  articlePath,
  FRONT_PAGE,
  SEARCH_PAGE,
  topicPath,
  TOPICS_PAGE,
  type SitePath,
} from '../article/address.ts';
import { compareArticles } from '../article/order.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { groupByTopic, topicSlug, type Topic } from '../article/topics.ts';
import { feedsOf } from '../outputs/feeds/feed-files.ts';
import type { BodyData } from '../content/article-entry.ts';
import type { ArticlePicture } from './article-picture.ts';
import type { Site } from './site.ts';
import { readPublication, type Publication } from '../publication.ts';

/** An article, as pages and feeds use it. */
export interface PublishedArticle {
  readonly slug: string;
  readonly path: SitePath;
  readonly article: ArticleFrontMatter<ArticlePicture>;
  readonly body: BodyData<ImageMetadata>;
  /** The article's language, or the publication's (BCP 47). */
  readonly language: string;
  readonly published: string | undefined;
  /** In the article's spelling. */
  readonly topics: readonly string[];
  /** Changes with everything that the article is made from. */
  readonly digest: string;
}

export interface TopicLink {
  /** In the article's spelling, or in the most common one. */
  readonly name: string;
  readonly path: SitePath;
}

/** All content of the publication. */
export interface Contents extends Site {
  /** Newest first. */
  readonly articles: readonly PublishedArticle[];
  readonly topics: readonly Topic<PublishedArticle>[];
  /** Returns the link to a topic. Accepts any spelling of its name. */
  readonly topicLink: (name: string) => TopicLink;
}

/** Returns what all pages need, without the articles. */
export function siteOf({ publication, sections, feeds }: Contents): Site {
  return { publication, sections, feeds };
}

let cache: Promise<Contents> | undefined;

/** Returns all articles, sorted, and their topics. Cached in a build, but not in `dev`. */
export function publicationContents(): Promise<Contents> {
  if (import.meta.env.DEV) return readContents();
  return (cache ??= readContents());
}

async function readContents(): Promise<Contents> {
  const publication = readPublication();
  const entries = await getCollection('articles');
  const articles = entries
    .map((entry) => toPublished(entry, publication))
    .sort((a, b) => compareArticles(orderable(a), orderable(b)));
  const topics = groupByTopic(articles, (article) => article.topics);
  return {
    publication,
    articles,
    topics,
    topicLink: (name) => ({ name, path: topicPath(topicSlug(name)) }),
    feeds: publication.url === undefined ? [] : feedsOf(articles, publication.name),
    sections: [
      FRONT_PAGE,
      ...(topics.length === 0 ? [] : [TOPICS_PAGE]),
      ARCHIVE_PAGE,
      SEARCH_PAGE,
    ],
  };
}

function toPublished(
  { id: slug, digest = '', data }: CollectionEntry<'articles'>,
  publication: Publication,
): PublishedArticle {
  const { body, leadFile = '', image, ...frontMatter } = data;
  const lead = image?.file && { image: image.file, file: leadFile };
  const article = { ...frontMatter, ...(image && { image: { ...image, file: lead } }) };
  return {
    slug,
    path: articlePath(slug),
    article,
    body,
    language: article.language ?? publication.language,
    published: article.published,
    topics: article.topics ?? [],
    digest: String(digest),
  };
}

function orderable({ slug, published, article }: PublishedArticle) {
  return { slug, published, headline: article.headline };
}
