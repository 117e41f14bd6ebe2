import { compareText } from './order.ts';

export interface Translatable {
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** The slug of the original. */
  readonly translationOf?: string | undefined;
}

/**
 * Groups an original with its translations: the original first, then by language. Leaves out texts in
 * one language only.
 * @returns a function that returns the group of a text, which can lack the text itself
 */
export function groupTranslations<Text>(
  texts: readonly Text[],
  read: (text: Text) => Translatable,
): (text: Text) => readonly Text[] {
  const keyOf = (text: Text): string => read(text).translationOf ?? read(text).slug;
  const groups = Map.groupBy(texts, keyOf);
  for (const group of groups.values()) {
    group.sort((a, b) => compareText(sortKey(read(a)), sortKey(read(b))));
  }
  return (text) => groups.get(keyOf(text)) ?? [];
}

function sortKey({ language, translationOf }: Translatable): string {
  return translationOf === undefined ? '' : language;
}

/** Leaves out an original that is not published, because its slug could tell what a draft is about. */
export function withPublicOriginal<Article extends { readonly translationOf?: string | undefined }>(
  article: Article,
  published: ReadonlySet<string>,
): Article {
  const { translationOf = '' } = article;
  return published.has(translationOf) ? article : { ...article, translationOf: undefined };
}
