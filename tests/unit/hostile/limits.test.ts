import { expect, test } from 'vitest';
import { convertText } from '../../../src/import/convert.ts';
import { LimitError, LIMITS } from '../../../src/markdown/limits.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { LONG, PATHOLOGICAL } from '../../hostile/pathological.ts';
import { noteTried } from '../../tried.ts';

/** Every body renders or is refused in this time. */
const END_MS = 5000;

test.each(Object.entries(PATHOLOGICAL))(
  '%s: rendered or refused within five seconds',
  (_, markdown) => {
    noteTried({ cases: 1 });
    // Processor time, so that other processes do not count.
    const before = process.threadCpuUsage();
    const refusal = refusalOf(markdown);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(END_MS);
    if (!refusal) return;
    expect(refusal.line).toBeLessThanOrEqual(markdown.split(/\r\n|\n|\r/).length);
    // The limit is named, in figures.
    expect(refusal.message).toMatch(/\d/);
    expect(refusal.right).not.toBe('');
  },
);

test('a body too short for the time limit renders within five seconds', () => {
  for (const [name, markdown] of Object.entries(PATHOLOGICAL)) {
    const before = process.threadCpuUsage();
    refusalOf(markdown.slice(0, 3999));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000, name).toBeLessThan(END_MS);
  }
});

function refusalOf(markdown: string): LimitError | undefined {
  try {
    renderBody(markdown, 'en');
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
