import type { Problem } from '../../article/problem.ts';
import { seriesSlug } from '../../article/series.ts';
import type { ReadArticle } from '../read-article-files.ts';

/** Finds articles that are the same part of a series as another one. Ignores drafts. */
export function findRepeatedParts(articles: readonly ReadArticle[]): Problem[] {
  const first = new Map<string, string>();
  return articles.flatMap(({ file, article: { series, draft }, lines }): Problem[] => {
    if (series?.part === undefined || draft === true) return [];
    const key = `${seriesSlug(series.name)}/${series.part}`;
    const other = first.get(key);
    first.set(key, other ?? file);
    if (other === undefined) return [];
    return [
      {
        file,
        ...(lines.series !== undefined && { line: lines.series }),
        key: 'series.part',
        wrong: `Part ${series.part} of "${series.name}" is already ${other}.`,
        right: 'Give one of them another number, or remove "part".',
      },
    ];
  });
}
