import { getCollection, type CollectionEntry } from 'astro:content';
import type { ImageMetadata } from 'astro';
import {
  ARCHIVE_PAGE,
  CORRECTIONS_PAGE,
  articlePath,
  authorPath,
  FRONT_PAGE,
  pagePath,
  SEARCH_PAGE,
  topicPath,
  TOPICS_PAGE,
  type SitePath,
} from '../article/address.ts';
import { groupByAuthor, type AuthorProfile, type Authors } from '../article/authors.ts';
import { compareArticles } from '../article/order.ts';
import { groupBySeries, seriesSlug, type Series } from '../article/series.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import { groupTranslations } from '../article/translations.ts';
import { groupByTopic, topicSlug, type Topic } from '../article/topics.ts';
import { feedsOf } from '../outputs/feeds/feed-files.ts';
import type { BodyData } from '../content/article-entry.ts';
import type { DocumentBody } from '../content/documents/document-entry.ts';
import type { ArticlePicture } from './article-picture.ts';
import { readBrand } from './brand.ts';
import { documentsIn } from './documents-in.ts';
import { linksToPages, siteLinks } from './site-links.ts';
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
  /** Whether it is in no list, feed or search. */
  readonly expired: boolean;
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

/** What `content/authors/<slug>.md` says of an author. */
export interface AuthorFile extends AuthorProfile {
  readonly role: string | undefined;
  /** The language of role and biography (BCP 47). */
  readonly language: string;
  readonly links: readonly { readonly name: string; readonly url: string }[];
  readonly portrait: ArticlePicture | undefined;
  readonly biography: DocumentBody<ImageMetadata> | undefined;
  /** Changes with everything that the page is made from. */
  readonly digest: string;
}

/** What `content/topics/<slug>.md` says of a topic. */
export interface TopicIntroduction {
  readonly name: string;
  /** Of the introduction (BCP 47). */
  readonly language: string;
  readonly body: DocumentBody<ImageMetadata>;
  readonly digest: string;
}

/** A name in a byline. */
export interface AuthorLink {
  /** In the article's spelling. */
  readonly name: string;
  /** Absent if all articles of the author have expired. */
  readonly path: SitePath | undefined;
  readonly role: string | undefined;
  /** Pages of the author elsewhere. */
  readonly urls: readonly string[];
  /** If `content/authors/` has a file of the author. */
  readonly profile: AuthorFile | undefined;
}

/** All content of the publication. */
export interface Contents extends Site {
  /** Newest first. */
  readonly articles: readonly PublishedArticle[];
  /** Those that are no longer among the articles. They have a page, and nothing else. */
  readonly expired: readonly PublishedArticle[];
  /** By headline. */
  readonly pages: readonly PublishedPage[];
  readonly topics: readonly Topic<PublishedArticle>[];
  /** Returns the link to a topic of one of the articles. Accepts any spelling of its name. */
  readonly topicLink: (name: string) => TopicLink;
  /** Returns an article in all its languages, the original first. Just the article, if it has one. */
  readonly translationsOf: (article: PublishedArticle) => readonly PublishedArticle[];
  readonly series: readonly Series<PublishedArticle>[];
  /** Returns the series of an article, if one of the articles is in it. */
  readonly seriesOf: (article: PublishedArticle) => Series<PublishedArticle> | undefined;
  readonly authors: Authors<PublishedArticle, AuthorFile>;
  /** Returns the links of an article's byline. */
  readonly authorLinks: (article: PublishedArticle) => AuthorLink[];
  /** By the slugs of their topics. */
  readonly introductions: ReadonlyMap<string, TopicIntroduction>;
}

/** Returns what all pages need, without the articles. */
export function siteOf({
  publication,
  brand,
  sections,
  navigation,
  footer,
  feeds,
  languages,
  year,
}: Contents): Site {
  return { publication, brand, sections, navigation, footer, feeds, languages, year };
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
  const published = entries
    .map((entry) => toPublished(entry, publication))
    .sort((a, b) => compareArticles(orderable(a, publication), orderable(b, publication)));
  const articles = published.filter(({ expired }) => !expired);
  const introductions = new Map(
    (await documentsIn('topics')).map((entry) => [entry.id, toIntroduction(entry, publication)]),
  );
  const topics = groupByTopic(articles, (article) => article.topics).map((topic) => ({
    ...topic,
    name: introductions.get(topic.slug)?.name ?? topic.name,
  }));
  const profiles = (await documentsIn('authors')).map((entry) => toAuthor(entry, publication));
  const authors = groupByAuthor(articles, ({ article }) => article.byline ?? [], profiles);
  const pages = (await documentsIn('pages')).map((entry) => toPage(entry, publication));
  pages.sort((a, b) => a.headline.localeCompare(b.headline, publication.language));
  const series = groupBySeries(articles, ({ article }) => article.series);
  const seriesAt = new Map(series.map((one) => [one.slug, one]));
  const targets = { pages, topics, authors, series };
  const corrected = articles.filter(({ article }) => article.corrections);
  return {
    publication,
    brand: await readBrand(publication),
    articles,
    expired: published.filter(({ expired }) => expired),
    pages,
    topics,
    topicLink: (name) => ({ name, path: topicPath(topicSlug(name)) }),
    feeds: publication.url === undefined ? [] : feedsOf(articles, publication.name),
    languages: [
      ...new Set(
        [...published, ...pages, ...profiles, ...introductions.values()].map(
          (content) => content.language,
        ),
      ),
    ].sort(),
    // The newest article is the first, and those without a date come last.
    year: articles[0]?.published?.slice(0, 'YYYY'.length),
    introductions,
    translationsOf: groupTranslations(articles, ({ slug, language, article }) => ({
      slug,
      language,
      translationOf: article.translationOf,
    })),
    series,
    seriesOf: ({ article }) => article.series && seriesAt.get(seriesSlug(article.series.name)),
    authors,
    authorLinks: ({ article }) => (article.byline ?? []).map((name) => authorLink(name, authors)),
    navigation: siteLinks(publication.navigation ?? [], targets),
    footer: [
      ...(publication.footer ? siteLinks(publication.footer, targets) : linksToPages(targets)),
      ...(publication.contact ? [publication.contact] : []),
      ...(publication.social ?? []),
    ],
    sections: [
      FRONT_PAGE,
      ...(topics.length === 0 ? [] : [TOPICS_PAGE]),
      ARCHIVE_PAGE,
      SEARCH_PAGE,
      ...(corrected.length === 0 ? [] : [CORRECTIONS_PAGE]),
    ],
  };
}

function toPublished(
  { id: slug, digest = '', data }: CollectionEntry<'articles'>,
  publication: Publication,
): PublishedArticle {
  const { body, leadFile = '', image, expired = false, ...frontMatter } = data;
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
    expired,
    digest: String(digest),
  };
}

function toAuthor(
  { id: slug, digest = '', data: { frontMatter, portrait, body } }: CollectionEntry<'authors'>,
  publication: Publication,
): AuthorFile {
  const { name, aliases, role, links = [], language = publication.language } = frontMatter;
  const text = { name, aliases, role, links, language };
  return { slug, ...text, portrait, biography: body, digest: String(digest) };
}

function toIntroduction(
  { digest = '', data: { frontMatter, body = NO_BODY } }: CollectionEntry<'topics'>,
  publication: Publication,
): TopicIntroduction {
  const { name, language = publication.language } = frontMatter;
  return { name, language, body, digest: String(digest) };
}

function authorLink(name: string, authors: Contents['authors']): AuthorLink {
  const author = authors.find(name);
  return {
    name,
    path: author && authorPath(author.slug),
    role: author?.profile?.role,
    urls: author?.profile?.links.map(({ url }) => url) ?? [],
    profile: author?.profile,
  };
}

const NO_BODY: DocumentBody<ImageMetadata> = { html: '', headings: [], pictures: [] };

function toPage(
  { id: slug, digest = '', data: { frontMatter, body = NO_BODY } }: CollectionEntry<'pages'>,
  publication: Publication,
): PublishedPage {
  return {
    slug,
    path: pagePath(slug),
    headline: frontMatter.headline,
    body,
    language: frontMatter.language ?? publication.language,
    digest: String(digest),
  };
}

function orderable({ slug, published, article }: PublishedArticle, { timezone }: Publication) {
  return { slug, published, timezone, headline: article.headline };
}
