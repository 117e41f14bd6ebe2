import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareArticles, type Orderable } from '../../../src/article/order.ts';

const article = fc.record(
  {
    slug: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    headline: fc.constantFrom('A', 'B', 'Ä', 'а', ''),
    published: fc.constantFrom('2023-09-19', '2023-09-19T03:00:00+03:00', '1969-01-01', undefined),
  },
  { requiredKeys: ['slug', 'headline'] },
);

test('articles are sorted by date, headline and slug, and those without a date come last', () => {
  const articles: Orderable[] = [
    { slug: 'f', headline: 'B' },
    { slug: 'e', headline: 'A' },
    { slug: 'd', headline: 'A' },
    { slug: 'c', headline: 'A', published: '1950-01-01' },
    { slug: 'b', headline: 'B', published: '2023-09-19' },
    { slug: 'a', headline: 'A', published: '2023-09-19' },
    { slug: '2', headline: 'A', published: '2023-09-19T02:00:00+03:00' },
    { slug: '1', headline: 'A', published: '2023-09-19T04:00:00+03:00' },
  ];
  expect(
    articles
      .sort(compareArticles)
      .map(({ slug }) => slug)
      .join(''),
  ).toBe('1ab2cdef');
});

test('the order does not depend on the order of the input', () => {
  fc.assert(
    fc.property(fc.uniqueArray(article, { selector: ({ slug }) => slug }), (articles) => {
      const sorted = articles.toSorted(compareArticles);
      expect(articles.toReversed().sort(compareArticles)).toEqual(sorted);
      for (const a of articles) {
        for (const b of articles) {
          expect(Math.sign(compareArticles(a, b)) + Math.sign(compareArticles(b, a))).toBe(0);
        }
      }
    }),
  );
});
