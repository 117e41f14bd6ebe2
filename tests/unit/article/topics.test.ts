import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSlug } from '../../../src/article/slug.ts';
import { groupByTopic, topicSlug } from '../../../src/article/topics.ts';

function topicsOf(...articles: string[][]) {
  return groupByTopic(articles, (topics) => topics).map(({ name, slug, articles }) => ({
    name,
    slug,
    count: articles.length,
  }));
}

test('topics are sorted by number of articles, then by name', () => {
  expect(topicsOf(['Iran', 'Defence'], ['Trade', 'Defence']).map(({ name }) => name)).toEqual([
    'Defence',
    'Iran',
    'Trade',
  ]);
});

test('a new topic does not change the slugs of others', () => {
  const slugs = topicsOf(['C++', 'C#']).map(({ slug }) => slug);
  expect(topicsOf(['C++', 'C#', 'C']).map(({ slug }) => slug)).toEqual(['c', ...slugs]);
});

test('spellings that differ in case are one topic with the most frequent name', () => {
  expect(topicsOf(['IRAN'], ['Iran'], ['Iran', 'iran'])).toEqual([
    { name: 'Iran', slug: 'iran', count: 3 },
  ]);
});

test('spellings that differ in spaces, punctuation or Unicode form are one topic', () => {
  expect(
    topicsOf(['COVID-19'], ['Covid 19', 'Cafe\u0301'], ['COVID-19', 'Café']).slice(0, 2),
  ).toEqual([
    { name: 'COVID-19', slug: 'covid-19', count: 3 },
    { name: 'Cafe\u0301', slug: 'café', count: 2 },
  ]);
});

test.each([
  ['Con', 'con-topic'],
  ['Index', 'index-topic'],
  ['Оборона', 'оборона'],
  ['国防', '国防'],
  ['Arts & culture', 'arts-culture'],
  ['İstanbul', 'istanbul'],
  ['C', 'c'],
  ['C#', 'c-sharp'],
  ['C++', 'c-plus-plus'],
  ['#MeToo', 'metoo'],
  ['Issue # 4', 'issue-4'],
  ['Disney+', 'disney-plus'],
  ['Sun + sea', 'sun-sea'],
  ['☮', 'u262e'],
  ['Euro €', 'euro-u20ac'],
  ['News 🇫🇷', 'news-u1f1eb-u1f1f7'],
  ['...', 'topic'],
])('the slug of the topic %s is %s', (name, slug) => {
  expect(topicSlug(name)).toBe(slug);
});

test('long topics with the same beginning have different slugs', () => {
  const [army, navy] = ['army', 'navy'].map((end) =>
    topicSlug(`${'Министерство '.repeat(9)}${end}`),
  );
  expect(army).toMatch(/^министерство-министерство-[\da-f]{8}$/);
  expect(navy).not.toBe(army);
});

const name = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('nul', '-'));

test('the slug of a topic does not depend on other topics', () => {
  fc.assert(
    fc.property(name, fc.array(fc.array(name)), (own, others) => {
      const slugs = topicsOf([own], ...others).map(({ slug }) => slug);
      expect(slugs).toContain(topicsOf([own])[0]?.slug);
    }),
  );
});

test('topics with any names have different and valid slugs', () => {
  fc.assert(
    fc.property(fc.array(fc.array(name)), (articles) => {
      const slugs = topicsOf(...articles).map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      expect(slugs.map(checkSlug)).toEqual(slugs.map(() => undefined));
    }),
  );
});
