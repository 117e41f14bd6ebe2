import { expect, test } from 'vitest';
import { searchableHtml } from '../../../../src/outputs/search-index/searchable-html.ts';

test('what is said about an article comes after its text, so that excerpts begin with the text', () => {
  const article = {
    headline: 'Headline',
    standfirst: 'Standfirst.',
    kicker: 'Kicker',
    byline: ['Ada Example'],
    dateline: 'Geneva',
    published: '2023-09-19',
    image: { caption: 'Caption', credit: undefined },
    topics: ['Topic'],
  };
  const html = searchableHtml({ slug: 'a', article }, 'en', '<p>Body.</p>');
  expect(html.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|')).toBe(
    '|Headline|Standfirst.|Body.|Caption|Kicker|Ada Example, Geneva, September 19, 2023|Topic|',
  );
});
