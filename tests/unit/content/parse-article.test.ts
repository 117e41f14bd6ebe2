import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ASTRO_IMAGE_PREFIX } from '../../../src/article/astro-image-prefix.ts';
import { describeProblems } from '../../../src/article/problem.ts';
import { parseArticle } from '../../../src/content/parse-article.ts';

function problemsOf(body: string): string {
  const text = `---\nheadline: A\n---\n${body}`;
  const parsing = parseArticle('a.md', Buffer.from(text), 'en');
  return parsing.ok ? '' : describeProblems(parsing.problems);
}

describe('text of a body that Astro would replace with a picture is an error', () => {
  test.each([
    ['a heading', 'One.\n\n## \\_\\_ASTRO\\_IMAGE\\_x', 'heading'],
    ['a heading of code', 'One.\n\n## `__ASTRO_IMAGE_./b.png`', 'heading'],
    ['a heading after a picture', 'One.\n\n## ![b](b.png) \\_\\_ASTRO_IMAGE_x', 'heading'],
    ['an alternative text', 'One.\n\n![\\_\\_ASTRO\\_IMAGE\\_x](b.png)', 'alternative text'],
    ['a title', 'One.\n\nTwo ![b](b.png "__ASTRO_IMAGE_x")', 'title'],
  ])('%s', (_, body, name) => {
    expect(problemsOf(body)).toBe(
      [
        'a.md',
        `  line 6: The ${name} begins with __ASTRO_IMAGE_.`,
        '    Begin with another word: Astro reads this one as the path of a picture.',
      ].join('\n'),
    );
  });

  test.each([
    '\\_\\_ASTRO_IMAGE_x',
    '`__ASTRO_IMAGE_x`',
    '## See \\_\\_ASTRO_IMAGE_x',
    '[a](https://example.org/ "__ASTRO_IMAGE_x")',
    '![b](b.png "__ASTRO_IMAGE_x")',
    '![\\_\\_ASTRO_IMAGE_x](https://example.org/b.png)',
  ])('but not %s', (body) => {
    expect(problemsOf(body)).toBe('');
  });
});

test('the prefix is the one that Astro uses', () => {
  const constants = readFileSync('node_modules/astro/dist/content/consts.js', 'utf8');
  expect(constants).toContain(`IMAGE_IMPORT_PREFIX = "${ASTRO_IMAGE_PREFIX}"`);
});
