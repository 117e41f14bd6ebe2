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

/** An article that has a page, as other pages need to know it. */
export interface PublishedArticle {
  readonly slug: string;
  readonly path: SitePath;
  readonly article: ArticleFrontMatter<ArticlePicture>;
  readonly body: BodyData<ImageMetadata>;
  /** Its own language, or the publication's (BCP 47). */
  readonly language: string;
  readonly published: string | undefined;
  /** As the article spells them. */
  readonly topics: readonly string[];
  /** Changes when anything that the article is made from changes. */
  readonly digest: string;
}

/** A topic as one article names it. */
export interface TopicLink {
  readonly name: string;
  readonly path: SitePath;
}

/** All that the publication holds. */
export interface Contents extends Site {
  /** In the order in which they are listed. */
  readonly articles: readonly PublishedArticle[];
  readonly topics: readonly Topic<PublishedArticle>[];
  /** The page of a topic, by any of its spellings. */
  readonly topicLink: (name: string) => TopicLink;
}

/** What every page knows, apart from the articles. */
export function siteOf({ publication, sections, feeds }: Contents): Site {
  return { publication, sections, feeds };
}

let known: Promise<Contents> | undefined;

/**
 * What the publication holds: its articles, sorted, and their topics. Worked out once for a build;
 * while developing, anew for each page.
 */
export function publicationContents(): Promise<Contents> {
  if (import.meta.env.DEV) return readContents();
  return (known ??= readContents());
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
