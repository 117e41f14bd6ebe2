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
import { groupByTopic, topicKey, type Topic } from '../article/topics.ts';
import { feedsOf } from '../feeds/feed-files.ts';
import { hasPictures } from './article-entry.ts';
import { handedOver } from './handed-over.ts';
import type { ReadArticle } from './read-article-files.ts';
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
  const read = handedOver()?.articles ?? [];
  const pictures = await openedPictures(read);
  const articles = read
    .map((article) => ({ ...article, ...article.article }))
    .sort(compareArticles)
    .map(({ slug, file, digest, article, body, published, language, topics }) => ({
      slug,
      path: articlePath(slug),
      article: withLead(article, pictures.get(slug)?.lead),
      language: language ?? publication.language,
      published,
      topics: topics ?? [],
      file,
      digest,
      body,
      pictures: pictures.get(slug)?.pictures ?? [],
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

type Pictures = CollectionEntry<'articles'>['data'];

/** The pictures of articles as Astro has opened them, by the articles' slugs. */
async function openedPictures(articles: readonly ReadArticle[]): Promise<Map<string, Pictures>> {
  // Astro warns of a collection without entries.
  if (!articles.some(hasPictures)) return new Map();
  const entries = await getCollection('articles');
  return new Map(entries.map(({ id, data }) => [id, data]));
}

function withLead(
  { image, ...article }: ReadArticle['article'],
  lead: ImageMetadata | undefined,
): ArticleFrontMatter<ImageMetadata> {
  return image === undefined ? article : { ...article, image: { ...image, file: lead } };
}
