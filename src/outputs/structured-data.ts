import type { ImageObject, NewsArticle, Organization, Person, WithContext } from 'schema-dts';
import type { ArticleFrontMatter } from '../article/schema.ts';

/** What structured data says of an article, beside its front matter. */
export interface ArticleFacts {
  readonly article: ArticleFrontMatter<unknown>;
  readonly language: string;
  readonly publication: { readonly name: string; readonly url?: string | undefined };
  /** The article's address, where the publication has one. */
  readonly url?: string | undefined;
  /** Its own picture. */
  readonly picture?: PictureFacts | undefined;
  /** The words of caption and credit, without markup. */
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** A picture at an absolute address, in pixels. */
export interface PictureFacts {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/**
 * An article as schema.org describes it (https://schema.org/NewsArticle): every property that the
 * article has, and none that nobody supplied. Dates stand as they were written; a bare day stays one.
 */
export function newsArticle(facts: ArticleFacts): WithContext<NewsArticle> {
  const { article, language, publication, url } = facts;
  const { headline, standfirst, byline, dateline, published, updated, topics, source } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    ...(standfirst !== undefined && { description: standfirst }),
    inLanguage: language,
    ...(url !== undefined && { url, mainEntityOfPage: url }),
    ...(facts.picture && { image: imageObject(facts.picture, facts) }),
    ...(byline && { author: byline.map((name) => author(name, facts)) }),
    ...(dateline !== undefined && { dateline }),
    ...(published !== undefined && { datePublished: published }),
    ...(updated !== undefined && { dateModified: updated }),
    ...(topics && { keywords: topics }),
    publisher: {
      '@type': 'Organization',
      name: publication.name,
      ...(publication.url !== undefined && { url: publication.url }),
    },
    ...(source && {
      isBasedOn: {
        '@type': 'CreativeWork',
        publisher: { '@type': 'Organization', name: source.name },
        ...(source.url !== undefined && { url: source.url }),
      },
    }),
  };
}

/** A byline names people, unless what it names is known to be a publication. */
function author(name: string, { publication, article }: ArticleFacts): Person | Organization {
  const isPublication = name === publication.name || name === article.source?.name;
  return { '@type': isPublication ? 'Organization' : 'Person', name };
}

function imageObject(
  { url, width, height }: PictureFacts,
  { caption, credit }: Pick<ArticleFacts, 'caption' | 'credit'>,
): ImageObject {
  return {
    '@type': 'ImageObject',
    url,
    width: String(width),
    height: String(height),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { creditText: credit }),
  };
}

/**
 * Data as JSON for a `<script>` of a page. No text in it can end the script, begin a comment, or
 * end a line where old parsers of JavaScript would see an end.
 */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
