import { expect, test } from 'vitest';
import { groupBySeries } from '../../../src/article/series.ts';

interface Article {
  readonly slug: string;
  readonly series?: { readonly name: string; readonly part?: number };
}

test('a series has its articles by part, and then those without one, the oldest first', () => {
  // Newest first.
  const articles: Article[] = [
    { slug: 'f', series: { name: 'Storm' } },
    { slug: 'e', series: { name: 'Storm', part: 10 } },
    { slug: 'd', series: { name: 'storm' } },
    { slug: 'c' },
    { slug: 'b', series: { name: 'Storm', part: 2 } },
    { slug: 'a', series: { name: 'Other' } },
  ];
  const series = groupBySeries(articles, (article) => article.series);
  expect(
    series.map(({ name, total, parts }) => [name, total, parts.map(({ slug }) => slug).join('')]),
  ).toEqual([
    ['Storm', 10, 'bedf'],
    ['Other', 1, 'a'],
  ]);
});
