import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { readFile } from './validate-front-matter.ts';

function parts(text: string) {
  const result = readFrontMatter(text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { data, body, bodyLine } = result.value;
  return { data, body, bodyLine };
}

describe('a file is split into front matter and body', () => {
  test.each([
    ['line feeds', '---\nheadline: a\n---\n\nbody\n', '\nbody\n', 4],
    ['carriage returns and line feeds', '---\r\nheadline: a\r\n---\r\nbody\r\n', 'body\r\n', 4],
    ['carriage returns', '---\rheadline: a\r---\rbody\r', 'body\r', 4],
    ['spaces after the hyphens', '--- \nheadline: a\n---\t \nbody', 'body', 4],
    ['no body', '---\nheadline: a\n---', '', 3],
    ['hyphens in the body', '---\nheadline: a\n---\n---\nb\n---\n', '---\nb\n---\n', 4],
    ['a byte order mark', '\uFEFF---\nheadline: a\n---\nbody', 'body', 4],
    ['two byte order marks', '\uFEFF\uFEFF---\nheadline: a\n---\nbody', 'body', 4],
    ['comments', '---\n# one\nheadline: a # two\n---\nbody', 'body', 5],
  ])('with %s', (_, text, body, bodyLine) => {
    expect(parts(text)).toEqual({ data: { headline: 'a' }, body, bodyLine });
  });

  test('hyphens inside a value and after U+2028 do not end the front matter', () => {
    expect(parts('---\nheadline: a --- b\u2028---\nbyline: "---"\n---\nbody').data).toEqual({
      headline: 'a --- b\u2028---',
      byline: '---',
    });
  });

  test('the body is unchanged', () => {
    const body = '\uFEFF\n\n  a\u0085b\u2028c\t\r\n---\n\n';
    expect(parts(`---\nheadline: a\n---\n${body}`).body).toBe(body);
  });
});

describe('scalars are strings, exactly as written', () => {
  test.each([
    ...'1.10 007 0x1F 1e3 yes No true null ~ 2023-09-19 .inf 12:30'.split(' '),
    ...`“curly” it's Daesh* AT&T C# a,b 100% a:b = «a»`.split(' '),
    'a & b',
    '© a',
  ])('%s', (value) => {
    expect(parts(`---\nheadline: ${value}\n---\n`).data).toEqual({ headline: value });
  });

  test('a missing value is an empty string', () => {
    expect(parts('---\nheadline:\n---\n').data).toEqual({ headline: '' });
  });

  test('the key __proto__ does not set the prototype', () => {
    const { data } = parts('---\n__proto__: a\n---\n');
    expect(Object.keys(data ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});

describe('missing front matter is an error', () => {
  test.each([
    ['no front matter', 'Only a body.'],
    ['an empty file', ''],
    ['an empty line before front matter', '\n---\nheadline: a\n---\n'],
    ['four hyphens', '----\nheadline: a\n---\n'],
    ['a byte order mark after text', 'a\uFEFF---\n'],
  ])('%s', (_, text) => {
    expect(readFile(text)).toBe(
      [
        'a.md',
        '  line 1: The file does not begin with front matter.',
        '    Begin the file like this:',
        '    ---',
        '    headline: The headline of the article',
        '    ---',
        '    The body, in Markdown.',
      ].join('\n'),
    );
  });

  test('without a closing line', () => {
    expect(readFile('---\nheadline: a\n\nThe body.\n')).toMatchInlineSnapshot(`
      "a.md
        line 1: The front matter is opened with --- but never closed.
          Write a line of three hyphens, ---, between the front matter and the body."
    `);
    expect(readFile('---\nheadline: a\n --- \nThe body.\n')).toContain('never closed');
  });
});

test('lines are counted in the file, with any line endings', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['---', 'headline: a', '', 'foo: b', '---', 'body'].join(end);
    expect(readFile(text)).toContain('line 4, foo');
  }
});
