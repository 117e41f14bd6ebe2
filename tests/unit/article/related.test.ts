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

test('an article that shares no topic is not related, however near in time', () => {
  const other = { name: 'other', topics: ['Weather'], published: '2023-09-19' };
  expect(relatedToFirst(first, other)).toEqual([]);
});

test('more shared topics count for more than nearness, nearness for more than order', () => {
  expect(
    relatedToFirst(
      first,
      { name: 'far', topics: ['Iran'], published: '2022-01-01' },
      { name: 'undated', topics: ['Iran'] },
      { name: 'near', topics: ['iran'], published: '2023-09-20' },
      { name: 'both', topics: ['Defence', 'Iran'], published: '2001-01-01' },
    ),
  ).toEqual(['both', 'near', 'far', 'undated']);
});

test('there are at most four, the nearest of many', () => {
  const days = Array.from({ length: 20 }, (_, day) => String(30 - day).padStart(2, '0'));
  const others = days.map((day) => ({
    name: day,
    topics: ['Iran'],
    published: `2023-09-${day}`,
  }));
  expect(relatedToFirst(first, ...others)).toEqual(['19', '20', '18', '21']);
});
