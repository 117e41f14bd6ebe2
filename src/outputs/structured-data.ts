import type {
  AudioObject,
  ImageObject,
  NewsArticle,
  Organization,
  Person,
  ProfilePage,
  VideoObject,
  WithContext,
} from 'schema-dts';
import type { Form } from '../article/newsroom-fields.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import type { RecordingFormat } from '../article/recording.ts';
import type { Publication } from '../publication.ts';

/** What the structured data of an article is made from. */
export interface ArticleFacts {
  readonly article: ArticleFrontMatter<unknown>;
  readonly language: string;
  readonly publication: Pick<Publication, 'name'> & Partial<Publication>;
  /** Of the byline, in its order. Absent: only the names are known. */
  readonly authors?: readonly AuthorFacts[];
  /** The URL of the article's page, if the publication has a `url`. */
  readonly url?: string | undefined;
  /** The article in other languages. */
  readonly translations?: readonly TranslationFacts[] | undefined;
  /** The URL of the page of the article's series. */
  readonly seriesUrl?: string | undefined;
  /** The lead picture. */
  readonly picture?: PictureFacts | undefined;
  /** Plain text. */
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  /** Sound and video in the body. */
  readonly recordings?: readonly RecordingFacts[] | undefined;
}

export interface RecordingFacts {
  readonly name: string;
  /** Absolute, if the publication has a `url`. */
  readonly url?: string | undefined;
  readonly format: RecordingFormat;
}

export interface AuthorFacts {
  readonly name: string;
  /** The URL of the author's page, if the publication has a `url`. */
  readonly url?: string | undefined;
  readonly role?: string | undefined;
  /** Pages of the author elsewhere. */
  readonly urls?: readonly string[];
}

export interface TranslationFacts {
  readonly headline: string;
  /** BCP 47. */
  readonly language: string;
  readonly isOriginal: boolean;
  /** The URL of its page, if the publication has a `url`. */
  readonly url?: string | undefined;
}

export interface PictureFacts {
  /** Absolute. */
  readonly url: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the structured data of an article (https://schema.org/NewsArticle). It contains nothing that
 * the article lacks, and dates as they are in the front matter, with or without a time.
 */
export function newsArticle(facts: ArticleFacts): WithContext<NewsArticle> {
  const { article, language, publication, url } = facts;
  const { headline, standfirst, byline, dateline, published, updated, topics, source } = article;
  const { form = 'news', corrections, keyPoints, expires, series } = article;
  const genre = HAS_TYPE.has(form) ? undefined : form;
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[form],
    headline,
    ...(genre !== undefined && { genre }),
    ...(standfirst !== undefined && { description: standfirst }),
    inLanguage: language,
    ...(url !== undefined && { url, mainEntityOfPage: url }),
    ...(facts.picture && { image: imageObject(facts.picture, facts) }),
    ...(byline && {
      author: (facts.authors ?? byline.map(named)).map((one) => author(one, facts)),
    }),
    ...(dateline !== undefined && { dateline }),
    ...(published !== undefined && { datePublished: published }),
    ...(updated !== undefined && { dateModified: updated }),
    ...(expires !== undefined && { expires }),
    ...(topics && { keywords: topics }),
    ...(keyPoints && { abstract: keyPoints.join(' ') }),
    ...(corrections && {
      correction: corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment' as const,
        text,
        datePublished: date,
      })),
    }),
    ...recordingObjects(facts.recordings),
    ...(series && {
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: series.name,
        ...(facts.seriesUrl !== undefined && { url: facts.seriesUrl }),
      },
      ...(series.part !== undefined && { position: series.part }),
    }),
    ...translations(facts),
    publisher: publisher(publication),
    ...(publication.copyright !== undefined && { copyrightNotice: publication.copyright }),
    ...(publication.licence && { license: publication.licence.url }),
    ...(source && {
      isBasedOn: {
        '@type': 'CreativeWork',
        publisher: { '@type': 'Organization', name: source.name },
        ...(source.url !== undefined && { url: source.url }),
      },
    }),
  };
}

function recordingObjects(recordings: readonly RecordingFacts[] = []): {
  audio?: AudioObject[];
  video?: VideoObject[];
} {
  const known = ({ name, url, format: { type } }: RecordingFacts) => {
    return { name, encodingFormat: type, ...(url !== undefined && { contentUrl: url }) };
  };
  const played = (player: RecordingFormat['player']): readonly RecordingFacts[] =>
    recordings.filter(({ format }) => format.player === player);
  const audio = played('audio').map((one) => ({ '@type': 'AudioObject' as const, ...known(one) }));
  const video = played('video').map((one) => ({ '@type': 'VideoObject' as const, ...known(one) }));
  return { ...(audio.length > 0 && { audio }), ...(video.length > 0 && { video }) };
}

/** Only the original names all translations. */
function translations({ article, translations = [] }: ArticleFacts) {
  const [original] = translations.filter(({ isOriginal }) => isOriginal);
  if (article.translationOf !== undefined) {
    return original ? { translationOfWork: translationOf(original) } : {};
  }
  return translations.length === 0 ? {} : { workTranslation: translations.map(translationOf) };
}

function translationOf({ headline, language, url }: TranslationFacts) {
  return {
    '@type': 'NewsArticle' as const,
    headline,
    inLanguage: language,
    ...(url !== undefined && { url }),
  };
}

/** The types of schema.org for forms of journalism. */
const TYPES = {
  news: 'NewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  interview: 'NewsArticle',
  obituary: 'NewsArticle',
  photo: 'NewsArticle',
  brief: 'NewsArticle',
} as const satisfies Record<Form, string>;

/** The forms that need no `genre`. */
const HAS_TYPE: ReadonlySet<Form> = new Set(['news', 'opinion', 'analysis', 'review']);

/** A byline names people, unless it is the name of the publication or of the source. */
function author(
  { name, url, role, urls = [] }: AuthorFacts,
  { publication, article }: Pick<ArticleFacts, 'publication'> & Partial<ArticleFacts>,
): Person | Organization {
  const known = {
    name,
    ...(url !== undefined && { url }),
    ...(urls.length > 0 && { sameAs: [...urls] }),
  };
  if (name === publication.name || name === article?.source?.name) {
    return { '@type': 'Organization', ...known };
  }
  return { '@type': 'Person', ...known, ...(role !== undefined && { jobTitle: role }) };
}

function named(name: string): AuthorFacts {
  return { name };
}

/** Returns the structured data of an author's page (https://schema.org/ProfilePage). */
export function profilePage(
  facts: AuthorFacts,
  publication: ArticleFacts['publication'],
): WithContext<ProfilePage> {
  const mainEntity = author(facts, { publication });
  return { '@context': 'https://schema.org', '@type': 'ProfilePage', mainEntity };
}

function publisher({ name, url, contact, social }: ArticleFacts['publication']): Organization {
  const email = contact?.url.startsWith('mailto:') === true ? contact.name : undefined;
  return {
    '@type': 'Organization',
    name,
    ...(url !== undefined && { url }),
    ...(email !== undefined && { email }),
    ...(social && social.length > 0 && { sameAs: social.map((profile) => profile.url) }),
  };
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
 * Returns JSON for a `<script>`. Escapes `<`, `>` and `&`, so that no string can close the script or
 * open a comment, and the characters that old JavaScript parsers take for line breaks.
 */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
