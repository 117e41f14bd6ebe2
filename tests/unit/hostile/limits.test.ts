import { describe, expect, test } from 'vitest';
import { convert } from '../../../src/import/convert.ts';
import { LimitError, LIMITS } from '../../../src/markdown/limits.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { PATHOLOGICAL } from '../../hostile/pathological.ts';
import { noteTried } from '../../tried.ts';

/** What is promised of any body. */
const END_MS = 5000;

test.each(Object.entries(PATHOLOGICAL))(
  '%s: rendered or refused within five seconds',
  (_, markdown) => {
    noteTried({ cases: 1 });
    // What other processes take meanwhile is no work of ours.
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

function refusalOf(markdown: string): LimitError | undefined {
  try {
    renderBody(markdown, 'en');
    return undefined;
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
}

describe('a limit lets through what is within it, and names the line of what is not', () => {
  const rows = (columns: number, count: number): string =>
    `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${`${'|b'.repeat(columns)}|\n`.repeat(count)}`;

  test.each([
    ['characters', 'a'.repeat(1_000_000), 'a'.repeat(LIMITS.characters + 1), 1],
    ['lines', 'a\n\n'.repeat(1000), 'a\n'.repeat(LIMITS.lines + 1), LIMITS.lines + 1],
    [
      'blocks',
      '- a\n'.repeat(1000),
      `a\n\n${'- a\n'.repeat(LIMITS.blocks + 1)}`,
      LIMITS.blocks + 3,
    ],
    ['notes', 'a[^1]\n'.repeat(500), 'a[^1]\n'.repeat(LIMITS.notes + 1), LIMITS.notes + 1],
    ['cells', rows(9, 400), `a\n\n${rows(100, 120)}`, 3],
    ['nesting', `${'> '.repeat(90)}a`, `a\n\n${'> '.repeat(101)}a`, 3],
    ['pictures', `${'!['.repeat(9)}a${'](b)'.repeat(9)}`, `a\n\n${'!['.repeat(51)}`, 3],
    ['markup', `${'*a* '.repeat(500)}${'\\*a\\* '.repeat(5000)}`, `a\n\n${'*a* '.repeat(4000)}`, 3],
    [
      'openings',
      `${'a `b` '.repeat(200)}${'a < b '.repeat(5000)}`,
      `a\n\n${'<a '.repeat(4000)}`,
      3,
    ],
  ])('%s', (_, within, beyond, line) => {
    expect(refusalOf(within)).toBeUndefined();
    expect(refusalOf(beyond)?.line).toBe(line);
  });
});

test('the errors say which limit it is, in figures', () => {
  const messages = [
    'a\n'.repeat(100_001),
    'a[^1] '.repeat(1001),
    '*a* '.repeat(4000),
    '<a '.repeat(4000),
  ].map((markdown) => refusalOf(markdown)?.message);
  expect(messages).toMatchInlineSnapshot(`
    [
      "The body has 100,001 lines up to here; 100,000 are the most.",
      "The body has 1,001 notes and calls of notes up to here; 1,000 are the most.",
      "The paragraph has 8,000 characters that could be markup; 5,000 are the most.",
      "The paragraph opens code or tags 4,000 times in 12,001 characters; the product of both may be 25,000,000.",
    ]
  `);
});

test('a text of which no such body could be made is not imported, and the limit is told', () => {
  const conversion = convert(Buffer.from(`Headline\n${'A line.\n'.repeat(51_000)}`), {
    paragraphs: 'lines',
    standfirst: false,
    publicationLanguage: 'en',
  });
  expect(conversion).toMatchObject({
    ok: false,
    faults: [{ wrong: 'The body has 100,001 lines up to here; 100,000 are the most.' }],
  });
});
