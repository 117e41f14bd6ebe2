import { expect, test } from 'vitest';
import { relatedArticles } from '../../../src/article/related.ts';

interface Named {
  readonly name: string;
  readonly topics: readonly string[];
  readonly published?: string;
}

function relatedToFirst(...articles: [Named, ...Named[]]): string[] {
  return relatedArticles(articles)(articles[0]).map(({ name }) => name);
}

const first = { name: 'first', topics: ['Iran', 'Defence'], published: '2023-09-19' };

test('articles without a shared topic are not related', () => {
  const other = { name: 'other', topics: ['Weather'], published: '2023-09-19' };
  expect(relatedToFirst(first, other)).toEqual([]);
});

test('articles are sorted by shared topics, then by time, and those without a date come last', () => {
  expect(
    relatedToFirst(
      first,
      { name: 'undated', topics: ['Iran'] },
      { name: 'near', topics: ['iran'], published: '2023-09-20' },
      { name: 'both', topics: ['Defence', 'Iran'], published: '2001-01-01' },
    ),
  ).toEqual(['both', 'near', 'undated']);
});

test('the three articles nearest in time are related', () => {
  const days = Array.from({ length: 20 }, (_, day) => String(30 - day).padStart(2, '0'));
  const others = days.map((day) => ({
    name: day,
    topics: ['Iran'],
    published: `2023-09-${day}`,
  }));
  expect(relatedToFirst(first, ...others)).toEqual(['19', '20', '18']);
});
