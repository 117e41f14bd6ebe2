import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  formatDate,
  formatDay,
  formatMonth,
  formatYear,
  isBefore,
  isDate,
  startOfDate,
} from '../../../src/article/date.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a valid date', () => {
  test.each([
    ...'2023-09-19 2024-02-29 2000-02-29 1969-12-31 2023-12-31'.split(' '),
    ...'2023-09-19T14:30Z 2023-09-19T14:30:15Z 2023-09-19T14:30:15.123Z'.split(' '),
    ...'2023-09-19T00:00:00+14:00 2023-09-19T23:59:59-12:00 2023-09-19T14:30:00+05:45'.split(' '),
  ])('%s', (date) => {
    expect(isDate(date)).toBe(true);
  });
});

describe('an invalid date', () => {
  test.each([
    ...'2023 2023-09 2023-9-19 19-09-2023 19.09.2023 2023/09/19 20230919 Tuesday ٢٠٢٣-٠٩-١٩'.split(
      ' ',
    ),
    ...'2023-02-29 1900-02-29 2023-02-30 2023-04-31 2023-13-01 2023-00-10 2023-09-00'.split(' '),
    ...'2023-09-32 2023-09-31T10:00:00Z 2023-09-19T14:30 2023-09-19T14Z 2023-09-19T14:30+03'.split(
      ' ',
    ),
    ...'2023-09-19T24:00:00Z 2023-09-19T25:00Z 2023-09-19T14:60Z 2023-09-19T14:30:61Z'.split(' '),
    ...'2023-09-19T14:30:00+0300 2023-09-19T14:30:00+24:00'.split(' '),
    ...['', ' 2023-09-19', '2023-09-19\n', '2023-09-19 14:30Z'],
  ])('%j', (date) => {
    expect(isDate(date)).toBe(false);
  });
});

describe.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Tehran'])(
  'in the time zone %s',
  (zone) => {
    test('a formatted date is the written day', () => {
      vi.stubEnv('TZ', zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(
        ['2023-09-19', '2023-09-19T00:30:00+14:00', '2023-09-19T23:30:00-12:00'].map((date) =>
          formatDate(date, 'en-GB'),
        ),
      ).toEqual(['19 September 2023', '19 September 2023', '19 September 2023']);
    });

    test('a date without a time starts in UTC', () => {
      vi.stubEnv('TZ', zone);
      expect(startOfDate('2023-09-19')).toBe(Date.UTC(2023, 8, 19));
      expect(startOfDate('2023-09-19T03:00:00+03:00')).toBe(Date.UTC(2023, 8, 19));
    });
  },
);

test.each([
  ['en', 'September 19, 2023'],
  ['ru', '19 сентября 2023 г.'],
  ['de', '19. September 2023'],
  ['zh-Hans', '2023年9月19日'],
])('a date is formatted in the language %s', (language, formatted) => {
  expect(formatDate('2023-09-19', language)).toBe(formatted);
});

test.each([
  ['en', '2023', 'September', 'Sep 19'],
  // Months have a small letter in Russian, except in a title.
  ['ru', '2023', 'Сентябрь', '19 сент.'],
  ['th', 'พ.ศ. 2566', 'กันยายน', '19 ก.ย.'],
  // The Persian calendar has other months, which the Gregorian archive can't name.
  ['fa', '۲۰۲۳', 'سپتامبر', '۱۹ سپتامبر'],
])('in the language %s, the archive has one calendar', (language, year, month, day) => {
  expect(formatYear('2023', language)).toBe(year);
  expect(formatMonth('2023-09', language)).toBe(month);
  expect(formatDay('2023-09-19', language)).toBe(day);
});

test('a date is formatted in English if Intl does not know the language, in any locale', () => {
  const module = new URL('../../../src/article/date.ts', import.meta.url).href;
  const script = `import { formatDate } from '${module}'; process.stdout.write(formatDate('2023-09-19', 'tlh'))`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { LC_ALL: 'ru_RU.UTF-8' },
  });
  expect(stdout).toBe('September 19, 2023');
});

test.each([
  ['2023-09-18', '2023-09-19', true],
  ['2023-09-19', '2023-09-19', false],
  ['2023-09-20', '2023-09-19', false],
  ['2023-09-19T10:00:00Z', '2023-09-19T12:00:00Z', true],
  ['2023-09-19T12:00:00+03:00', '2023-09-19T10:00:00Z', true],
  ['2023-09-19T10:00:00Z', '2023-09-19T12:00:00+03:00', false],
  ['2023-09-19', '2023-09-19T23:00:00+03:00', false],
  ['2023-09-19T01:00:00+03:00', '2023-09-19', false],
  ['2023-09-18', '2023-09-19T23:00:00+03:00', true],
])('%s is before %s: %s', (date, other, before) => {
  expect(isBefore(date, other)).toBe(before);
});
