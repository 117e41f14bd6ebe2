import { describe, expect, test } from 'vitest';
import { read } from './validate-front-matter.ts';

describe('common mistakes in YAML are explained', () => {
  test('a colon inside a value', () => {
    expect(read('headline: Iran: the talks')).toMatchInlineSnapshot(`
      "a.md
        line 2: YAML reads a colon and a space inside a value as another key.
          Put the value in quotation marks: headline: "Iran: the talks""
    `);
  });
  test('an unclosed quotation mark', () => {
    expect(read('headline: a\nbyline: "Name\nlanguage: en')).toMatchInlineSnapshot(`
      "a.md
        line 3: A quotation mark is opened here and never closed.
          Write the same quotation mark at the end of the value."
    `);
  });
  test('an apostrophe in single quotation marks', () => {
    expect(read("headline: 'Russia's partner'")).toMatchInlineSnapshot(`
      "a.md
        line 2: The value continues after its closing quotation mark.
          Put the whole value in quotation marks. Between '…', write ' as ''. Between "…", write " as \\""
    `);
  });
  test('text after the closing quotation mark', () => {
    expect(read('headline: "No" says minister')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value continues after its closing quotation mark.
          Put the whole value in quotation marks. Between '…', write ' as ''. Between "…", write " as \\""
    `);
  });
  test('an unclosed bracket', () => {
    expect(read('headline: a\ntopics: [One, Two\nlanguage: en')).toMatchInlineSnapshot(`
      "a.md
        line 4: A bracket is opened before this line and never closed with ]
          Write ] at the end of the list, or put text that begins with a bracket in quotation marks."
    `);
  });
  test('a value that begins with @', () => {
    expect(read('headline: @agency reports')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with @, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('a value that begins with an asterisk', () => {
    expect(read('headline: *Daesh* retreats')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with *, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('a value that begins with a word in brackets', () => {
    expect(read('headline: [Update] Talks begin')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with [, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('a value that begins with an ampersand', () => {
    expect(read('headline: &c.')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with &, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('a value that begins with an exclamation mark', () => {
    expect(read('headline: !Viva la huelga!')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with !, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('a number sign inside a value', () => {
    expect(read('headline: Striker #9 scores')).toMatchInlineSnapshot(`
      "a.md
        line 2: YAML reads # and the text after it as a comment.
          Put the value in quotation marks. If this is a comment, write a space after the #."
    `);
  });
  test('a number sign at the beginning of a value, on each line', () => {
    expect(read('headline: #metoo five years on\nbyline: Jane Doe\ntopics:\n  - #metoo'))
      .toMatchInlineSnapshot(`
      "a.md
        line 2: YAML reads # and the text after it as a comment.
          Put the value in quotation marks. If this is a comment, write a space after the #.
        line 5: YAML reads # and the text after it as a comment.
          Put the value in quotation marks. If this is a comment, write a space after the #."
    `);
  });
  test('a tab', () => {
    expect(read('headline: a\nimage:\n\tcaption: b')).toMatchInlineSnapshot(`
      "a.md
        line 4: The line is indented with a tab.
          Indent with spaces."
    `);
  });
  test('a duplicate key', () => {
    expect(read('headline: a\nbyline: b\nheadline: c')).toMatchInlineSnapshot(`
      "a.md
        line 4: The key "headline" occurs a second time here.
          Remove one of the two."
    `);
  });
  test('a key indented below a value', () => {
    expect(read('headline: a\n  standfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 2: The next line is indented, so YAML reads it as a part of this value.
          Indent it like the key above it."
    `);
  });
  test('a first key that is indented', () => {
    expect(read('  headline: a\nstandfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 3: The line is not indented like the lines around it.
          Indent all keys of a group by the same number of spaces."
    `);
  });
  test('a line without a key', () => {
    expect(read('headline: a\nbyline:\n- b\n-c')).toMatchInlineSnapshot(`
      "a.md
        line 5: The line is neither a key with a value nor a part of the value above it.
          Write key: value, with a space after the colon."
    `);
  });
  test('no space after the colon', () => {
    expect(read('headline:a')).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is not a list of keys and values.
          Begin the file like this:
          ---
          headline: The headline of the article
          ---
          The body, in Markdown."
    `);
  });
  test('a hyphen at the beginning of a value', () => {
    expect(read('headline: - a')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with -, so YAML does not read it as text.
          Put the value in quotation marks."
    `);
  });
  test('an end of the YAML before the end of the front matter', () => {
    expect(read('headline: a\n...\nstandfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 4: A second YAML document begins here.
          Remove the line of dots or hyphens."
    `);
  });
  test('a list of values without keys', () => {
    expect(read('- a\n- b')).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is not a list of keys and values.
          Begin the file like this:
          ---
          headline: The headline of the article
          ---
          The body, in Markdown."
    `);
  });
  test('a key that is a list', () => {
    expect(read('? [a]\n: b')).toMatchInlineSnapshot(`
      "a.md
        line 2: The key is not text.
          Put values that begin with ? [ or { in quotation marks."
    `);
  });
  test('thousands of brackets', () => {
    expect(read(`headline: ${'['.repeat(20_000)}`)).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is nested too deeply to be read.
          Put text that contains many [ or { in quotation marks."
    `);
  });
});

describe('in hostile YAML', () => {
  test('aliases are errors', () => {
    expect(read('headline: &a [x, x]\ntopics: [*a, *a, *a]')).toContain('line 2:');
  });

  test('a merge key is an unknown key', () => {
    expect(read('headline: a\n<<: { draft: true }')).toContain('There is no key "<<".');
  });

  test.each(['!!js/function a', '!!python/object a', '!!binary aGk=', '!!set { a }', '!a b'])(
    'a tag is an error: %s',
    (value) => {
      expect(read(`headline: ${value}`)).toContain(
        'The value begins with !, so YAML does not read it as text.',
      );
    },
  );
});

test('comments with a space after their number sign are ignored', () => {
  expect(read('# one\nheadline: a # two\n# three\nlanguage: en # four\n## five')).toEqual({
    headline: 'a',
    language: 'en',
  });
});

test('text in quotation marks can contain YAML syntax', () => {
  expect(read(`headline: "a: #1 \\"b\\" [c] & 'd'"\nstandfirst: 'it''s *e*'`)).toEqual({
    headline: `a: #1 "b" [c] & 'd'`,
    standfirst: "it's *e*",
  });
});

test('an end of the YAML is allowed at the end of the front matter', () => {
  expect(read('headline: a\n...')).toEqual({ headline: 'a' });
});
