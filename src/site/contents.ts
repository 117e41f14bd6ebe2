import { getCollection } from 'astro:content';
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
import { groupByTopic, topicKey, type Topic } from '../article/topics.ts';
import { feedsOf } from '../outputs/feeds/feed-files.ts';
import { handedOver } from '../content/handed-over.ts';
import type { ReadArticle } from '../content/read-article-files.ts';
import type { Site } from './site.ts';
import { readPublication } from '../publication.ts';

/** An article that has a page, and what other pages need to know of it. */
export interface PublishedArticle {
  readonly slug: string;
  readonly path: SitePath;
  readonly article: ArticleFrontMatter<ImageMetadata>;
  /** Its own language, or the publication's (BCP 47). */
  readonly language: string;
  readonly published: string | undefined;
  /** As it names them itself. */
  readonly topics: readonly string[];
  /** From the project's folder. */
  readonly file: string;
  /** Of all that it was made from: see `articleDigest`. */
  readonly digest: string;
  /** What is known of its body, beside the HTML. */
  readonly body: ReadArticle['body'];
  /** The pictures of its body, in the order of their gaps. */
  readonly pictures: readonly ImageMetadata[];
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
  const articles = (await readEntries())
    .map((entry) => ({ ...entry, ...entry.article }))
    .sort(compareArticles)
    .map(({ slug, file, digest, article, body, pictures, published, language, topics }) => ({
      ...{ slug, path: articlePath(slug), article, published, topics: topics ?? [] },
      language: language ?? publication.language,
      ...{ file, digest, body, pictures },
    }));
  const topics = groupByTopic(articles, (article) => article.topics);
  const slugs = new Map(topics.map(({ name, slug }) => [topicKey(name), slug]));
  return {
    publication,
    articles,
    topics,
    topicLink: (name) => ({ name, path: topicPath(slugs.get(topicKey(name)) ?? '') }),
    feeds: publication.url === undefined ? [] : feedsOf(articles, publication.name),
    sections: [
      FRONT_PAGE,
      ...(topics.length === 0 ? [] : [TOPICS_PAGE]),
      ARCHIVE_PAGE,
      SEARCH_PAGE,
    ],
  };
}

/** The articles of the collection, with what has been read of each and the pictures that Astro opened. */
async function readEntries() {
  const entries = await getCollection('articles');
  const read = new Map(handedOver()?.articles.map((article) => [article.slug, article]));
  return entries.flatMap(({ id, data: { lead, pictures } }) => {
    const article = read.get(id);
    // While developing, the collection lags behind.
    return article ? [{ ...article, article: withLead(article.article, lead), pictures }] : [];
  });
}

function withLead(
  { image, ...article }: ReadArticle['article'],
  lead: ImageMetadata | undefined,
): ArticleFrontMatter<ImageMetadata> {
  return image === undefined ? article : { ...article, image: { ...image, file: lead } };
}
