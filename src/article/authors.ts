import { hash } from 'node:crypto';
import { memoize } from '../i18n/memoize.ts';
import { compareText } from './order.ts';
import { slugFrom } from './slug.ts';

/** What the publisher says of an author (`content/authors/<slug>.md`). */
export interface AuthorProfile {
  readonly slug: string;
  readonly name: string;
  /** Other spellings in bylines. */
  readonly aliases?: readonly string[] | undefined;
}

/** A name in bylines, with everything under it. */
export interface Author<Article, Profile extends AuthorProfile> {
  readonly name: string;
  readonly slug: string;
  /** In the order of the publication. */
  readonly articles: readonly Article[];
  readonly profile: Profile | undefined;
}

/**
 * Returns the slug of a name, which does not depend on other names. Ignores case, spaces and
 * punctuation: `Ada K. Example` and `ada k example` are the same.
 */
export const authorSlug = memoize((name) => {
  const slug = slugFrom(name, { maxBytes: Infinity, kind: 'author' });
  if (slug === '') return `author-${hash('sha256', name).slice(0, DIGEST_LENGTH)}`;
  if (Buffer.byteLength(slug) <= MAX_BYTES) return slug;
  const start = slugFrom(name, { maxBytes: MAX_BYTES - DIGEST_LENGTH - 1, kind: 'author' });
  return `${start}-${hash('sha256', slug).slice(0, DIGEST_LENGTH)}`;
});

const MAX_BYTES = 80;
const DIGEST_LENGTH = 8;

/** All authors, by name. */
export interface Authors<Article, Profile extends AuthorProfile> {
  readonly all: readonly Author<Article, Profile>[];
  /** Returns the author of a name or alias. */
  readonly find: (name: string) => Author<Article, Profile> | undefined;
}

/**
 * Groups articles by the names in their bylines. An author's profile decides the name and the slug.
 * Authors with a profile are listed even without articles.
 */
export function groupByAuthor<Article, Profile extends AuthorProfile>(
  articles: readonly Article[],
  bylineOf: (article: Article) => readonly string[],
  profiles: readonly Profile[],
): Authors<Article, Profile> {
  const profileOf = new Map(
    profiles.flatMap((profile) =>
      [profile.name, ...(profile.aliases ?? [])].map(
        (name) => [authorSlug(name), profile] as const,
      ),
    ),
  );
  const slugOf = (name: string): string =>
    profileOf.get(authorSlug(name))?.slug ?? authorSlug(name);
  const mentions = articles.flatMap((article) =>
    bylineOf(article).map((name) => ({ name, slug: slugOf(name), article })),
  );
  const bySlug = Map.groupBy(mentions, ({ slug }) => slug);
  for (const { slug } of profiles) if (!bySlug.has(slug)) bySlug.set(slug, []);
  const profileAt = new Map(profiles.map((profile) => [profile.slug, profile]));
  const all = [...bySlug]
    .map(([slug, mentions]) => {
      const profile = profileAt.get(slug);
      return {
        name: profile?.name ?? mentions[0]?.name ?? slug,
        slug,
        // A byline can have both a name and its alias.
        articles: [...new Set(mentions.map(({ article }) => article))],
        profile,
      };
    })
    .sort((a, b) => compareText(a.slug, b.slug));
  const at = new Map(all.map((author) => [author.slug, author]));
  return { all, find: (name) => at.get(slugOf(name)) };
}
