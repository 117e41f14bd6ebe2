import { describe, expect, test } from 'vitest';
import { isHeldBack, isPublished, nextDue } from '../../../src/article/is-published.ts';

const now = Date.parse('2026-06-15T12:00:00Z');

describe('an article', () => {
  test.each([
    {},
    { draft: false },
    { published: '2026-06-14' },
    { published: '2026-06-15' },
    { published: '2026-06-15T12:00:00Z' },
    { published: '2026-06-15T21:00:00+09:00' },
    { published: '0001-01-01' },
  ])('is published when it is due: %j', (article) => {
    expect([isPublished(article, now), isHeldBack(article, now)]).toEqual([true, false]);
  });

  test.each([
    { published: '2026-06-16' },
    { published: '2026-06-15T12:00:00.001Z' },
    { published: '2026-06-15T12:00:00-01:00' },
    { published: '9999-12-31' },
  ])('is held back before it is due: %j', (article) => {
    expect([isPublished(article, now), isHeldBack(article, now)]).toEqual([false, true]);
  });

  test.each([{ draft: true }, { draft: true, published: '2026-06-16' }])(
    'is neither published nor held back while it is a draft: %j',
    (article) => {
      expect([isPublished(article, now), isHeldBack(article, now)]).toEqual([false, false]);
    },
  );
});

test('a date without a time starts in UTC', () => {
  const midnight = Date.parse('2026-06-16T00:00:00Z');
  expect(isPublished({ published: '2026-06-16' }, midnight - 1)).toBe(false);
  expect(isPublished({ published: '2026-06-16' }, midnight)).toBe(true);
});

test('the next due date is the earliest one of the articles that are held back', () => {
  const articles = ['2027-01-01', '2026-07-01T00:00:00Z', '2026-06-14'].map((published) => ({
    published,
  }));
  const draft = { published: '2026-06-16', draft: true };
  expect(nextDue([...articles, draft], now)).toBe(Date.parse('2026-07-01T00:00:00Z'));
  expect(nextDue([{}, draft], now)).toBeUndefined();
});
