import { getCollection, type CollectionEntry } from 'astro:content';
import type { ImageMetadata } from 'astro';
import {
  ARCHIVE_PAGE,
  articlePath,
  FRONT_PAGE,
  pagePath,
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
import type { DocumentBody } from '../content/documents/document-entry.ts';
import type { ArticlePicture } from './article-picture.ts';
import { documentsIn } from './documents-in.ts';
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

/** A page of `content/pages/`. */
export interface PublishedPage {
  readonly slug: string;
  readonly path: SitePath;
  readonly headline: string;
  readonly body: DocumentBody<ImageMetadata>;
  /** The page's language, or the publication's (BCP 47). */
  readonly language: string;
  /** Changes with everything that the page is made from. */
  readonly digest: string;
}

/** All content of the publication. */
export interface Contents extends Site {
  /** Newest first. */
  readonly articles: readonly PublishedArticle[];
  /** By headline. */
  readonly pages: readonly PublishedPage[];
  readonly topics: readonly Topic<PublishedArticle>[];
  /** Returns the link to a topic. Accepts any spelling of its name. */
  readonly topicLink: (name: string) => TopicLink;
}

/** Returns what all pages need, without the articles. */
export function siteOf({ publication, sections, footer, feeds }: Contents): Site {
  return { publication, sections, footer, feeds };
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
  const pages = (await documentsIn('pages')).map((entry) => toPage(entry, publication));
  pages.sort((a, b) => a.headline.localeCompare(b.headline, publication.language));
  return {
    publication,
    articles,
    pages,
    topics,
    topicLink: (name) => ({ name, path: topicPath(topicSlug(name)) }),
    feeds: publication.url === undefined ? [] : feedsOf(articles, publication.name),
    footer: pages.map(({ headline, path, language }) => ({ name: headline, path, language })),
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

function toPage(
  { id: slug, digest = '', data: { frontMatter, body } }: CollectionEntry<'pages'>,
  publication: Publication,
): PublishedPage {
  return {
    slug,
    path: pagePath(slug),
    headline: frontMatter.headline,
    body: body ?? { html: '', headings: [], pictures: [] },
    language: frontMatter.language ?? publication.language,
    digest: String(digest),
  };
}

function orderable({ slug, published, article }: PublishedArticle) {
  return { slug, published, headline: article.headline };
}
