import { expect, test } from 'vitest';
import { archive } from '../../../src/article/archive.ts';

test('articles are grouped by the year and month of their written dates, newest first', () => {
  const articles = [
    // 1 February in UTC.
    { published: '2024-01-31T23:30:00-05:00' },
    { published: '2024-01-02' },
    { published: '2023-12-31' },
    { published: '2023-09-19' },
    {},
  ];
  expect(archive(articles)).toEqual({
    years: [
      { year: '2024', months: [{ month: '2024-01', articles: articles.slice(0, 2) }] },
      {
        year: '2023',
        months: [
          { month: '2023-12', articles: articles.slice(2, 3) },
          { month: '2023-09', articles: articles.slice(3, 4) },
        ],
      },
    ],
    undated: articles.slice(4),
  });
});

test('a month is one group even if articles of another month are between its articles', () => {
  const articles = [
    { published: '2024-02-01T01:00:00+03:00' },
    { published: '2024-01-31T23:00:00+01:00' },
    { published: '2024-02-01T00:30:00+03:00' },
  ];
  expect(archive(articles).years[0]?.months.map(({ month }) => month)).toEqual([
    '2024-02',
    '2024-01',
  ]);
});
