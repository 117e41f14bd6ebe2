import { describe, expect, test } from 'vitest';
import {
  isHeldBack,
  isListed,
  isPublished,
  nextMoment,
  scheduleOf,
  type Publishable,
} from '../../../src/article/is-published.ts';

const now = Date.parse('2026-06-15T12:00:00Z');

function stateOf(article: Publishable): boolean[] {
  const schedule = scheduleOf(article);
  return [isPublished(schedule, now), isHeldBack(schedule, now)];
}

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
    expect(stateOf(article)).toEqual([true, false]);
  });

  test.each([
    { published: '2026-06-16' },
    { published: '2026-06-15T12:00:00.001Z' },
    { published: '2026-06-15T12:00:00-01:00' },
    { published: '9999-12-31' },
  ])('is held back before it is due: %j', (article) => {
    expect(stateOf(article)).toEqual([false, true]);
  });

  test.each([{ draft: true }, { draft: true, published: '2026-06-16' }])(
    'is neither published nor held back while it is a draft: %j',
    (article) => {
      expect(stateOf(article)).toEqual([false, false]);
    },
  );
});

test.each([
  [undefined, '2026-06-16T00:00:00Z'],
  ['Europe/Berlin', '2026-06-15T22:00:00Z'],
  ['America/New_York', '2026-06-16T04:00:00Z'],
])('in the time zone %s, a date without a time starts at %s', (timezone, start) => {
  const midnight = Date.parse(start);
  const { due, expiry } = scheduleOf({ published: '2026-06-16', expires: '2026-06-16' }, timezone);
  expect([due, expiry]).toEqual([midnight, midnight]);
  expect(scheduleOf({ published: '2026-06-15T14:00:00+02:00' }, timezone).due).toBe(now);
});

test.each([
  [{}, true],
  [{ expires: '2026-06-16' }, true],
  [{ expires: '2026-06-15T12:00:00.001Z' }, true],
  [{ expires: '2026-06-15T12:00:00Z' }, false],
  [{ expires: '2026-06-15' }, false],
  [{ published: '2026-06-16' }, false],
  [{ draft: true, expires: '2026-06-16' }, false],
])(
  'whether an article is listed depends on its publication and expiry: %j, %s',
  (article, listed) => {
    expect(isListed(scheduleOf(article), now)).toBe(listed);
  },
);

test('an expired article is still published', () => {
  expect(stateOf({ published: '2026-06-01', expires: '2026-06-14' })).toEqual([true, false]);
});

test('the next moment is the earliest one at which an article is due or expires', () => {
  const articles = [
    { published: '2027-01-01' },
    { published: '2026-07-01T00:00:00Z', expires: '2026-08-01' },
    { published: '2026-06-14', expires: '2026-06-15' },
    { published: '2026-06-16', expires: '2026-06-17', draft: true },
  ].map((article) => scheduleOf(article));
  const next = (at: string) => nextMoment(articles, Date.parse(at));
  expect(next('2026-06-15T12:00:00Z')).toBe(Date.parse('2026-07-01T00:00:00Z'));
  expect(next('2026-07-01T00:00:00Z')).toBe(Date.parse('2026-08-01T00:00:00Z'));
  expect(next('2026-08-01T00:00:00Z')).toBe(Date.parse('2027-01-01T00:00:00Z'));
  expect(next('2027-01-01T00:00:00Z')).toBeUndefined();
});
