import { expect, test } from 'vitest';
import { inTimezone, startOfDayIn } from '../../../src/article/timezone.ts';

test.each([
  ['UTC', '2024-03-31', '2024-03-31T00:00:00.000Z'],
  ['Europe/Berlin', '2024-03-31', '2024-03-30T23:00:00.000Z'],
  ['Europe/Berlin', '2024-07-01', '2024-06-30T22:00:00.000Z'],
  ['Asia/Kathmandu', '2024-07-01', '2024-06-30T18:15:00.000Z'],
  // Clocks go from 24:00 to 01:00.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  // Clocks go from 24:00 back to 23:00.
  ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z'],
  // Clocks go from 01:00 back to 00:00.
  ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000Z'],
  ['Europe/Berlin', '0001-01-01', '0000-12-31T23:06:32.000Z'],
  ['Pacific/Kiritimati', '9999-12-31', '9999-12-30T10:00:00.000Z'],
])('in %s, %s starts at %s', (timezone, day, start) => {
  expect(new Date(startOfDayIn(timezone, day)).toISOString()).toBe(start);
});

test.each([
  ['Europe/Berlin', '2023-09-19T23:30:00Z', '2023-09-20T01:30:00+02:00'],
  ['Europe/Berlin', '2023-09-19T23:30Z', '2023-09-20T01:30+02:00'],
  ['Europe/London', '2023-12-19T23:30Z', '2023-12-19T23:30Z'],
  ['America/New_York', '2023-12-19T23:30:00.123+03:00', '2023-12-19T15:30:00.123-05:00'],
  ['Europe/Berlin', '1880-12-31T23:30Z', '1881-01-01T00:23+00:53'],
  ['Europe/Berlin', '0001-01-01T00:30Z', '0001-01-01T01:23+00:53'],
  ['Europe/Berlin', '9999-12-31T23:30Z', '9999-12-31T23:30Z'],
  ['Europe/Berlin', '2023-09-19', '2023-09-19'],
])('in %s, %s is %s', (timezone, date, shown) => {
  expect(inTimezone(timezone, date)).toBe(shown);
});
