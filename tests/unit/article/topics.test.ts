import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfSlug } from '../../../src/article/slug.ts';
import { groupByTopic } from '../../../src/article/topics.ts';

function topicsOf(...articles: string[][]) {
  return groupByTopic(articles, (topics) => topics).map(({ name, slug, articles }) => ({
    name,
    slug,
    count: articles.length,
  }));
}

test('topics with more articles come first, then those with the smaller name', () => {
  expect(topicsOf(['Iran', 'Defence'], ['Trade', 'Defence']).map(({ name }) => name)).toEqual([
    'Defence',
    'Iran',
    'Trade',
  ]);
});

test('spellings that differ in capitals are one topic, called as most articles call it', () => {
  expect(topicsOf(['IRAN'], ['Iran'], ['Iran', 'iran'])).toEqual([
    { name: 'Iran', slug: 'iran', count: 3 },
  ]);
});

test('names that leave the same letters are told apart by numbers, in the order of the names', () => {
  expect(topicsOf(['C++', 'C#', 'C 2', '☮', '☭']).map(({ name, slug }) => [name, slug])).toEqual([
    ['C 2', 'c-2'],
    ['C#', 'c'],
    ['C++', 'c-3'],
    ['☭', 'topic'],
    ['☮', 'topic-2'],
  ]);
});

test.each([
  ['Con', 'con-topic'],
  ['Index', 'index-topic'],
  ['Оборона', 'оборона'],
  ['国防', '国防'],
])('the topic %s has the address %s', (name, slug) => {
  expect(topicsOf([name])[0]?.slug).toBe(slug);
});

test('whatever topics are called, each has an address of its own that every host can hold', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('nul', '-'));
  fc.assert(
    fc.property(fc.array(fc.array(name)), (articles) => {
      const slugs = topicsOf(...articles).map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      expect(slugs.map(faultOfSlug)).toEqual(slugs.map(() => undefined));
    }),
  );
});
