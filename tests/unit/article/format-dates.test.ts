import { expect, test } from 'vitest';
import { formatDates } from '../../../src/article/format-dates.ts';

const MORNING = '2023-09-19T08:05:00+03:00';

test.each([
  ['other days', MORNING, '2023-09-20T08:00:00Z', 'September 19, 2023', 'September 20, 2023'],
  [
    'the same day',
    MORNING,
    '2023-09-19T18:30:00Z',
    'September 19, 2023 at 8:05 AM GMT+3',
    'September 19, 2023 at 6:30 PM UTC',
  ],
  [
    'the same day, one without a time',
    '2023-09-19',
    MORNING,
    'September 19, 2023',
    'September 19, 2023 at 8:05 AM GMT+3',
  ],
  [
    'the same day without times',
    '2023-09-19',
    '2023-09-19',
    'September 19, 2023',
    'September 19, 2023',
  ],
  ['one date only', MORNING, undefined, 'September 19, 2023', undefined],
])('dates on %s', (_title, published, updated, expectedPublished, expectedUpdated) => {
  expect(formatDates({ published, updated }, 'en')).toEqual({
    published: expectedPublished,
    updated: expectedUpdated,
  });
});

test('times are in the language of the article', () => {
  const { updated } = formatDates({ published: '2023-09-19', updated: MORNING }, 'de');
  expect(updated).toBe('19. September 2023 um 08:05 MESZ'.replace('MESZ', 'GMT+3'));
});
