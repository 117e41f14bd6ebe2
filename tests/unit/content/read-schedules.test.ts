import { afterEach, expect, test } from 'vitest';
import { nextMoment } from '../../../src/article/is-published.ts';
import { readSchedules } from '../../../src/content/read-schedules.ts';
import { temporaryFolder } from './temporary-folder.ts';

const project = process.cwd();
afterEach(() => {
  process.chdir(project);
});

const now = Date.parse('2026-06-15T12:00:00Z');

/** Returns the next moment in a publication with one article. */
async function nextOf(frontMatter: string, publication = ''): Promise<string | undefined> {
  process.chdir(
    await temporaryFolder({
      'content/publication.yaml': `name: A\nlanguage: en\n${publication}`,
      'content/articles/a.md': `---\nheadline: A\n${frontMatter}\n---\nText of 2999-01-01.\n`,
      'content/articles/old.md': '---\nheadline: Old\npublished: 2019-01-01\n---\nText.\n',
    }),
  );
  const next = nextMoment(await readSchedules(now), now);
  return next === undefined ? undefined : new Date(next).toISOString();
}

test.each([
  ['published: 2026-06-16', '2026-06-16T00:00:00.000Z'],
  ['published: 2026-06-15T13:00:00Z', '2026-06-15T13:00:00.000Z'],
  ['published: 2026-06-15T02:00:00-12:00', '2026-06-15T14:00:00.000Z'],
  ['published: 2026-06-01\nexpires: 2026-07-01T00:00:00+02:00', '2026-06-30T22:00:00.000Z'],
  ['published: 2026-06-16\nexpires: 2026-07-01', '2026-06-16T00:00:00.000Z'],
  ['"expires": "2026-07-01"', '2026-07-01T00:00:00.000Z'],
  [String.raw`"expires": "\x32026-07-01"`, '2026-07-01T00:00:00.000Z'],
  ['published: 2026-06-15', undefined],
  ['published: 2026-06-01\nexpires: 2026-06-14', undefined],
  ['draft: true\npublished: 2026-06-16', undefined],
  ['standfirst: On 2999-01-01', undefined],
])('the next moment for %j is %s', async (frontMatter, next) => {
  expect(await nextOf(frontMatter)).toBe(next);
});

test.each(['published: 2026-06-32', 'expiry: 2026-07-01'])(
  'an article with a future date must be valid: %j',
  async (frontMatter) => {
    await expect(nextOf(frontMatter)).rejects.toThrow(/^content\/articles\/a\.md\n {2}line 3/);
  },
);

test('a date without a time begins in the time zone of the publication', async () => {
  expect(await nextOf('published: 2026-06-17', 'timezone: Asia/Tokyo')).toBe(
    '2026-06-16T15:00:00.000Z',
  );
});
