import { describe, expect, test } from 'vitest';
import { read } from './validate-front-matter.ts';

describe('mistakes that people make in YAML are told in plain words', () => {
  test('a colon within a value', () => {
    expect(read('headline: Iran: the talks')).toMatchInlineSnapshot(`
      "a.md
        line 2: A colon followed by a space, inside a value, reads as another key.
          Put quotation marks around the whole value: headline: "Iran: the talks""
    `);
  });
  test('a quotation mark that is not closed', () => {
    expect(read('headline: a\nbyline: "Name\nlanguage: en')).toMatchInlineSnapshot(`
      "a.md
        line 3: A quotation mark is opened here and never closed.
          Write the same mark at the end of the value."
    `);
  });
  test('an apostrophe in single quotation marks', () => {
    expect(read("headline: 'Russia's partner'")).toMatchInlineSnapshot(`
      "a.md
        line 2: The value goes on after its closing quotation mark.
          Put quotation marks around the whole value. Inside it, write '' for ' between two ', and \\" for " between two ""
    `);
  });
  test('words after the closing quotation mark', () => {
    expect(read('headline: "No" says minister')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value goes on after its closing quotation mark.
          Put quotation marks around the whole value. Inside it, write '' for ' between two ', and \\" for " between two ""
    `);
  });
  test('a bracket that is not closed', () => {
    expect(read('headline: a\ntopics: [One, Two\nlanguage: en')).toMatchInlineSnapshot(`
      "a.md
        line 4: A bracket is opened before this line and never closed with ]
          Write ] at the end of the list, or put quotation marks around a text that begins with a bracket."
    `);
  });
  test('a value that begins with @', () => {
    expect(read('headline: @agency reports')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with @ and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('a value that begins with an asterisk', () => {
    expect(read('headline: *Daesh* retreats')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with * and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('a value that begins with a word in brackets', () => {
    expect(read('headline: [Update] Talks begin')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with [ and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('a value that begins with an ampersand', () => {
    expect(read('headline: &c.')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with & and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('a value that begins with an exclamation mark', () => {
    expect(read('headline: !Viva la huelga!')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value begins with ! and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('a number sign within a value', () => {
    expect(read('headline: Striker #9 scores')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value would end before #: to YAML, a comment begins there.
          Put quotation marks around the whole value. If it is a comment, write a space after the #."
    `);
  });
  test('a number sign at the beginning of a value', () => {
    expect(read('headline: #metoo five years on')).toMatchInlineSnapshot(`
      "a.md
        line 2: The value would end before #: to YAML, a comment begins there.
          Put quotation marks around the whole value. If it is a comment, write a space after the #."
    `);
  });
  test('a tab', () => {
    expect(read('headline: a\nimage:\n\tcaption: b')).toMatchInlineSnapshot(`
      "a.md
        line 4: The line is indented with a tab.
          Indent with spaces."
    `);
  });
  test('a key twice', () => {
    expect(read('headline: a\nbyline: b\nheadline: c')).toMatchInlineSnapshot(`
      "a.md
        line 4: The key "headline" stands here a second time.
          Keep one of the two."
    `);
  });
  test('a key indented below a value', () => {
    expect(read('headline: a\n  standfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 2: The line below is indented, and so reads as a part of this value.
          Begin each key at the same place as the one above it."
    `);
  });
  test('a first key indented more than the others', () => {
    expect(read('  headline: a\nstandfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 3: The line is indented differently from its neighbours.
          Give all keys of one level the same number of spaces."
    `);
  });
  test('a line that has no key', () => {
    expect(read('headline: a\nbyline:\n- b\n-c')).toMatchInlineSnapshot(`
      "a.md
        line 5: The line is neither a key with its value nor a part of the value above it.
          Write key: value, with a space after the colon."
    `);
  });
  test('no space after the colon', () => {
    expect(read('headline:a')).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is not a list of keys with their values.
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
        line 2: The value begins with - and so is not a text to YAML.
          Put quotation marks around the whole value."
    `);
  });
  test('an end of the YAML within the front matter', () => {
    expect(read('headline: a\n...\nstandfirst: b')).toMatchInlineSnapshot(`
      "a.md
        line 4: A second YAML document begins here.
          Keep one: take away the line of dots or hyphens."
    `);
  });
  test('a list of values without keys', () => {
    expect(read('- a\n- b')).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is not a list of keys with their values.
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
        line 2: A key is not a single word.
          Put quotation marks around a value that begins with ? [ or {."
    `);
  });
  test('thousands of brackets', () => {
    expect(read(`headline: ${'['.repeat(20_000)}`)).toMatchInlineSnapshot(`
      "a.md
        line 2: The front matter is nested too deeply to be read.
          Look for long runs of [ or {, and put quotation marks around the text."
    `);
  });
});

describe('YAML that does harm elsewhere', () => {
  test('aliases cannot multiply', () => {
    expect(read('headline: &a [x, x]\ntopics: [*a, *a, *a]')).toContain('line 2:');
  });

  test('a merge key merges nothing', () => {
    expect(read('headline: a\n<<: { draft: true }')).toContain('There is no key "<<".');
  });

  test.each(['!!js/function a', '!!python/object a', '!!binary aGk=', '!!set { a }', '!a b'])(
    'the tag in %s makes nothing',
    (value) => {
      expect(read(`headline: ${value}`)).toContain(
        'The value begins with ! and so is not a text to YAML.',
      );
    },
  );
});

test('a comment is a comment, if a space follows its sign', () => {
  expect(read('# one\nheadline: a # two\n# three\nlanguage: en # four\n## five')).toEqual({
    headline: 'a',
    language: 'en',
  });
});

test('quotation marks keep what YAML would take', () => {
  expect(read(`headline: "a: #1 \\"b\\" [c] & 'd'"\nstandfirst: 'it''s *e*'`)).toEqual({
    headline: `a: #1 "b" [c] & 'd'`,
    standfirst: "it's *e*",
  });
});

test('an end of the YAML at the end of the front matter ends nothing', () => {
  expect(read('headline: a\n...')).toEqual({ headline: 'a' });
});
