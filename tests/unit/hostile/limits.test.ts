import { expect, test } from 'vitest';
import { convertText } from '../../../src/import/convert.ts';
import { LimitError, LIMITS } from '../../../src/markdown/limits.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { ENDLESS, LONG, PATHOLOGICAL } from '../../hostile/pathological.ts';
import { noteTried } from '../../tried.ts';

/**
 * Most slow bodies run into the time limit. A short one takes less time, and shows as well how soon
 * each is ended after it. The limit of the build has a test below.
 */
const SHORT_LIMIT = 0.25;
/** Every body renders or is refused in five seconds: this much after the time limit. */
const SLACK_MS = 5000 - LIMITS.seconds * 1000;

test.each(Object.entries(PATHOLOGICAL))('%s: rendered or refused in time', (name, markdown) => {
  noteTried({ cases: 1 });
  const refusal = refusalInTime(markdown);
  if (name in ENDLESS) expect(refusal?.message).toContain('takes more than 0.25 seconds');
  if (refusal) expectAdvice(refusal, markdown);
});

test('a short body renders or is refused in time', () => {
  for (const markdown of Object.values(PATHOLOGICAL)) refusalInTime(markdown.slice(0, 3999));
});

function refusalInTime(markdown: string): LimitError | undefined {
  // Processor time, so that other processes do not count.
  const before = process.threadCpuUsage();
  const refusal = refusalOf(markdown, SHORT_LIMIT);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(SHORT_LIMIT * 1000 + SLACK_MS);
  return refusal;
}

function expectAdvice({ line, message, right }: LimitError, markdown: string): void {
  expect(line).toBeLessThanOrEqual(markdown.split(/\r\n|\n|\r/).length);
  // The limit is named, in figures.
  expect(message).toMatch(/\d/);
  expect(right).not.toBe('');
}

function refusalOf(markdown: string, seconds?: number): LimitError | undefined {
  try {
    renderBody(markdown, 'en', '', undefined, seconds);
    return undefined;
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
}

test.each(Object.entries(LONG))('%s: rendered', (_, markdown) => {
  expect(refusalOf(markdown)).toBeUndefined();
});

test.each([
  [
    'too long',
    `a\n\n${'a'.repeat(LIMITS.characters)}`,
    {
      line: 1,
      message: 'The body has 1,200,003 characters. At most 1,200,000 are allowed.',
      right: 'Split it into several articles.',
    },
  ],
  [
    'nested too deeply',
    `a\n\n${'> '.repeat(LIMITS.nesting)}a`,
    {
      line: 3,
      message: 'The body is nested too deeply to be rendered. At most 100 levels are allowed.',
      right: 'Look for long runs of > or list markers, and break them up.',
    },
  ],
  [
    'a table of too many cells',
    `a\n\n|a|\n|-|\n|${'b|'.repeat(100)}\n${'|c|\n'.repeat(499)}`,
    {
      line: 3,
      message: 'The table has 50,100 cells. At most 50,000 are allowed.',
      right: 'Split it into several tables.',
    },
  ],
  [
    'slow to render',
    `a\n\nb *c*\n\n${'a_ '.repeat(65_000)}\n\nd`,
    {
      line: 5,
      message:
        'Rendering the body takes more than 2.5 seconds. This paragraph has the most characters that can be markup.',
      right:
        'Put a backslash before characters such as * _ [ ] ` < | that are not markup, or split the article.',
    },
  ],
])('a body that is %s is refused with its line and advice', (_, markdown, refusal) => {
  expect(refusalOf(markdown)).toMatchObject(refusal);
});

test('a body of too many paragraphs is refused with their number', () => {
  expect(refusalOf('One, *two*.\n\n'.repeat(20_000), 0.05)).toMatchObject({
    line: 1,
    message: 'Rendering the body takes more than 0.05 seconds. It has 20,000 paragraphs.',
    right: 'Split it into several articles.',
  });
});

test('a text too long for a body is not imported', () => {
  const conversion = convertText(Buffer.from(`Headline\n${'a'.repeat(LIMITS.characters + 1)}`), {
    paragraphs: 'lines',
    standfirst: false,
    publicationLanguage: 'en',
  });
  expect(conversion).toMatchObject({
    ok: false,
    faults: [{ wrong: expect.stringContaining('At most 1,200,000 are allowed.') as unknown }],
  });
});
