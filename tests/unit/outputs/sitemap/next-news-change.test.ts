import { expect, test } from 'vitest';
import { newsSitemap, nextNewsChange } from '../../../../src/outputs/sitemap/sitemap.ts';

const publication = { name: 'The Paper', url: 'https://example.org/' };

test.each(['2024-03-10', '2024-03-10T12:00:00Z', '2024-03-10T00:30:00+03:00'])(
  'the news sitemap changes exactly at the predicted times for an article published at %s',
  (published) => {
    const news = (now: number): string =>
      newsSitemap(
        [{ path: 'articles/a.html', headline: 'H', language: 'en', published }],
        publication,
        now,
      );
    const changes: number[] = [];
    let now: number | undefined = Date.UTC(2024, 0, 1);
    while ((now = nextNewsChange([published], now)) !== undefined) changes.push(now);
    expect(changes).toHaveLength(2);
    for (const change of changes) expect(news(change)).not.toBe(news(change - 1));
  },
);
