import type { ContentFolder } from '../../article/content-folder.ts';
import type { Problem } from '../../article/problem.ts';
import type { ArticleLink } from '../../markdown/links.ts';
import type { ReadDocument } from '../documents/read-documents.ts';
import type { DocumentFolder } from '../../article/documents.ts';
import type { ReadArticle } from '../read-article-files.ts';

interface Target {
  readonly file: string;
  readonly headings: readonly { readonly slug: string }[];
  /** In milliseconds since 1970 UTC; `Infinity` for a draft. */
  readonly due: number;
}

/**
 * Finds links between the folders of `content/`, and within those that are not articles, that lead
 * to no page or no heading (see `findDeadLinks` for those from article to article).
 * @param now in milliseconds since 1970 UTC
 */
export function findDeadDocumentLinks(
  articles: readonly ReadArticle[],
  documents: readonly ReadDocument<DocumentFolder>[],
  now: number,
): Problem[] {
  const targets = new Map<string, Target>([
    ...articles.map(({ slug, file, body: { headings }, schedule: { due } }) => {
      return [`articles/${slug}`, { file, headings, due }] as const;
    }),
    ...documents.map(({ folder, slug, file, body }) => {
      return [`${folder}/${slug}`, { file, headings: body?.headings ?? [], due: 0 }] as const;
    }),
  ]);
  const faultsOf = (
    from: ContentFolder,
    file: string,
    links: readonly ArticleLink[],
    due: number,
  ): Problem[] =>
    links.flatMap(({ folder = from, slug, heading, line }) => {
      const name = `${folder}/${slug ?? ''}.md`;
      const target =
        slug === undefined
          ? [...targets.values()].find((one) => one.file === file)
          : targets.get(`${folder}/${slug}`);
      if (!target) return [{ file, line, ...noFile(name) }];
      if (target.due > Math.max(now, due)) return [{ file, line, ...notPublished(name) }];
      if (heading === undefined || target.headings.some((one) => one.slug === heading)) return [];
      const right = 'Correct the part after #, or remove it.';
      return [{ file, line, wrong: `${target.file} has no such heading.`, right }];
    });
  return [
    ...articles.flatMap(({ file, links, schedule }) => {
      const away = links.filter(({ folder }) => folder !== undefined);
      return away.length === 0 ? [] : faultsOf('articles', file, away, schedule.due);
    }),
    ...documents.flatMap(({ folder, file, links }) => faultsOf(folder, file, links, now)),
  ];
}

function noFile(name: string) {
  return {
    wrong: `The link leads to ${name}, which does not exist.`,
    right: 'Correct the name, or remove the link.',
  };
}

function notPublished(name: string) {
  return {
    wrong: `The link leads to ${name}, which is not published yet.`,
    right: 'Publish it, or remove the link.',
  };
}
