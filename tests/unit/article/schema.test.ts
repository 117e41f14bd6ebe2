import { describe, expect, test } from 'vitest';
import { read } from '../content/validate-front-matter.ts';

/** With the one key that must be there. */
function withHeadline(yaml: string) {
  return read(`headline: a\n${yaml}`);
}

/** What the publisher is told; nothing, if nothing is wrong. */
function told(result: ReturnType<typeof read>): string {
  return typeof result === 'string' ? result : '';
}

test('front matter may have all of its keys', () => {
  const yaml = `headline: "  A headline "
standfirst: A standfirst
byline: [One, Two]
dateline: Tehran
published: 2023-09-19
updated: 2023-09-20T08:00:00Z
language: PT-br
topics: Defence
image:
  file: photo.jpg
  alt: ""
  caption: A *caption*
  credit: A credit
source: { name: The Paper, url: HTTPS://Example.org }
draft: false`;
  expect(read(yaml)).toMatchInlineSnapshot(`
    {
      "byline": [
        "One",
        "Two",
      ],
      "dateline": "Tehran",
      "draft": false,
      "headline": "A headline",
      "image": {
        "alt": "",
        "caption": "A *caption*",
        "credit": "A credit",
        "file": "./photo.jpg",
      },
      "language": "pt-BR",
      "published": "2023-09-19",
      "source": {
        "name": "The Paper",
        "url": "https://example.org/",
      },
      "standfirst": "A standfirst",
      "topics": [
        "Defence",
      ],
      "updated": "2023-09-20T08:00:00Z",
    }
  `);
});

test('only a headline must be there', () => {
  expect(read('headline: a')).toEqual({ headline: 'a' });
  expect(read('byline: a')).toMatchInlineSnapshot(`
    "a.md
      line 2, headline: The key "headline" is missing.
        Add a line: headline: …"
  `);
});

describe('a key that is none', () => {
  test('is told, with the nearest that is one', () => {
    expect(withHeadline('standfrist: b')).toMatchInlineSnapshot(`
      "a.md
        line 3, standfrist: "standfrist" is not a key that this file can have.
          Did you mean "standfirst"?"
    `);
  });

  test('is told, with what we call it', () => {
    const other = ['title', 'description', 'author', 'date', 'lang', 'tags', 'photo', 'pubDate'];
    const meant = other.map((key) => /mean "(.*)"/.exec(told(withHeadline(`${key}: b`)))?.[1]);
    expect(Object.fromEntries(other.map((key, index) => [key, meant[index]])))
      .toMatchInlineSnapshot(`
      {
        "author": "byline",
        "date": "published",
        "description": "standfirst",
        "lang": "language",
        "photo": "image",
        "pubDate": "published",
        "tags": "topics",
        "title": "headline",
      }
    `);
  });

  test('is told within a group', () => {
    expect(withHeadline('source:\n  name: b\n  link: c')).toMatchInlineSnapshot(`
      "a.md
        line 5, source.link: "link" is not a key that "source" can have.
          Did you mean "url"?"
    `);
    expect(withHeadline('image:\n  caption: b\n  src: c')).toMatchInlineSnapshot(`
      "a.md
        line 5, image.src: "src" is not a key that "image" can have.
          Did you mean "file"?"
    `);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'foo', ''])(
    'is told with all that are keys, if none is near: "%s"',
    (key) => {
      expect(withHeadline(`"${key}": b`)).toBe(
        [
          'a.md',
          `  line 3, ${key}: "${key}" is not a key that this file can have.`.replace(', :', ':'),
          '    The keys it can have are: headline, standfirst, byline, dateline, published, updated, language, topics, image, source, draft.',
        ].join('\n'),
      );
    },
  );
});

describe('a text', () => {
  const lineKeys = ['headline', 'standfirst', 'dateline', 'byline'];

  test.each(lineKeys)('of "%s" is not empty', (key) => {
    const yaml = key === 'headline' ? 'headline: " "' : `headline: a\n${key}: ""`;
    expect(read(yaml)).toContain(`${key}${key === 'byline' ? '[1]' : ''}: The value is empty.`);
  });

  test('is told to be empty', () => {
    expect(read('headline:')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The value is empty.
          Write a text after the colon, in quotation marks if it begins with #"
    `);
  });

  test('stands on one line', () => {
    expect(read('headline: |\n  a\n  b')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The text holds a line break.
          Write it on one line, as plain text."
    `);
    expect(read('headline: >\n  a\n  b\n')).toEqual({ headline: 'a b' });
    expect(read('headline: "a\n  b"')).toEqual({ headline: 'a b' });
  });

  test.each(['\\0', '\\x01', '\\x1b', '\\x7f', '\\x85', '\\u2028', '\\ud800', '\\ufffe', '\\t'])(
    'does not hold the character %s, in any key',
    (escape) => {
      for (const key of [
        'headline',
        'image:\n  caption',
        'image:\n  file: a.jpg\n  alt',
        'dateline',
      ]) {
        expect(read(`${key}: "a${escape}b"\n`.replace(/^(?!headline)/, 'headline: c\n'))).toMatch(
          /The text holds the character U\+/,
        );
      }
    },
  );

  test.each(['a\u00A0b', '\u200Fאב\u200E', '👩‍💻', 'e\u0301', 'a\u00ADb', '\uFFFD', '“‘’”—…'])(
    'keeps every other character: %s',
    (text) => {
      expect(read(`headline: ${text}`)).toEqual({ headline: text });
    },
  );

  test('keeps a non-breaking space at its ends', () => {
    expect(read('headline: "\\u00A0a\\u3000"')).toEqual({ headline: '\u00A0a\u3000' });
  });

  test('does not begin with the mark by which Astro knows a picture', () => {
    expect(read('headline: __ASTRO_IMAGE_/etc/passwd')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The text begins with __ASTRO_IMAGE_.
          Begin with another word: Astro reads this one as the path of a picture."
    `);
    for (const yaml of ['topics: [b, " __ASTRO_IMAGE_c"]', 'image: { caption: __ASTRO_IMAGE_c }']) {
      expect(withHeadline(yaml)).toContain('The text begins with __ASTRO_IMAGE_.');
    }
  });

  test('is neither a list nor a group', () => {
    expect(read('headline: [a, b]')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: This must be a single text.
          Write the text after the colon, in quotation marks if it holds : # [ or {"
    `);
    expect(read('headline: { a: b }')).toContain('This must be a single text.');
  });
});

describe('a list', () => {
  test.each(['byline', 'topics'])('of "%s" may be a single text', (key) => {
    expect(withHeadline(`${key}: b, c`)).toEqual({ headline: 'a', [key]: ['b, c'] });
    expect(withHeadline(`${key}:\n  - b\n  - c`)).toEqual({ headline: 'a', [key]: ['b', 'c'] });
  });

  test('is neither empty nor a group, and holds nothing twice', () => {
    expect(withHeadline('byline: []')).toMatchInlineSnapshot(`
      "a.md
        line 3, byline: The list is empty.
          Name at least one, or leave out the key."
    `);
    expect(withHeadline('byline: { b: c }')).toMatchInlineSnapshot(`
      "a.md
        line 3, byline: This must be a list.
          Write it in brackets: [One, Two]"
    `);
    expect(withHeadline('topics:\n  - b\n  - c\n  - b')).toMatchInlineSnapshot(`
      "a.md
        line 6, topics[3]: "b" stands in the list twice.
          Keep it once."
    `);
    expect(withHeadline('topics: [b, [c]]')).toMatchInlineSnapshot(`
      "a.md
        line 3, topics[2]: This must be a single text.
          Write the text after the colon, in quotation marks if it holds : # [ or {"
    `);
  });
});

describe('a date', () => {
  test.each(['2023-09-19', '2024-02-29', '2023-09-19T14:30Z', '2023-09-19T14:30:00.5-03:30'])(
    '%s stays as it was written',
    (date) => {
      expect(withHeadline(`published: ${date}`)).toEqual({ headline: 'a', published: date });
    },
  );

  test('that is none is told', () => {
    expect(withHeadline('published: 19 September 2023')).toMatchInlineSnapshot(`
      "a.md
        line 3, published: "19 September 2023" is not a date of the calendar.
          Write a date, 2023-09-19, or a date and time with offset, 2023-09-19T14:30:00+03:00"
    `);
  });

  test('of the last change is not before that of the publication', () => {
    expect(withHeadline('published: 2023-09-19\nimage: { caption: b }\nupdated: 2023-09-18'))
      .toMatchInlineSnapshot(`
      "a.md
        line 5, updated: The article was updated (2023-09-18) before it was published (2023-09-19).
          Exchange the two dates, or leave out "updated"."
    `);
    expect(
      withHeadline('published: 2023-09-19T10:00:00Z\nupdated: 2023-09-19T12:00:00+03:00'),
    ).toContain('line 4, updated: The article was updated');
  });

  test('of the last change may be the day of the publication, whatever its hour', () => {
    const yaml = 'published: 2023-09-19T23:00:00+03:00\nupdated: 2023-09-19';
    expect(withHeadline(yaml)).toMatchObject({ updated: '2023-09-19' });
  });
});

describe('a language', () => {
  test.each([
    ['EN', 'en'],
    ['zh-hans', 'zh-Hans'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['iw', 'he'],
  ])('%s is %s', (written, canonical) => {
    expect(withHeadline(`language: ${written}`)).toEqual({ headline: 'a', language: canonical });
  });

  test.each(['english', 'en_US', 'русский', 'e', '', 'en-', 'x-a'])('"%s" is none', (written) => {
    expect(withHeadline(`language: "${written}"`)).toContain(
      `line 3, language: "${written}" is not a language tag.\n    Write a BCP 47 tag such as en, ru, pt-BR or zh-Hans`,
    );
  });
});

describe('an address', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://EXAMPLE.ORG/A?b#c', 'http://example.org/A?b#c'],
    ['https://пример.example/ü', 'https://xn--e1afmkfd.example/%C3%BC'],
  ])('%s is %s', (written, url) => {
    expect(withHeadline(`source: { name: b, url: "${written}" }`)).toMatchObject({
      source: { url },
    });
  });

  test.each([
    ...[
      'example.org',
      '//example.org',
      '/a',
      'javascript:alert(1)',
      'ftp://a.org',
      'mailto:a@b.org',
    ],
    ...['https://', 'https://user:password@example.org', 'data:text/html,a', ''],
  ])('"%s" is none', (written) => {
    expect(withHeadline(`source:\n  name: b\n  url: "${written}"`)).toBe(
      `a.md\n  line 5, source.url: "${written}" is not a web address.\n    Write it whole: https://example.org/page`,
    );
  });

  test('needs a name', () => {
    expect(withHeadline('source:\n  url: https://example.org')).toMatchInlineSnapshot(`
      "a.md
        line 3, source.name: The key "source.name" is missing.
          Add, under source: name: …"
    `);
    expect(withHeadline('source: https://example.org')).toMatchInlineSnapshot(`
      "a.md
        line 3, source: This must be a group of keys, each with its value.
          Write the keys below it, each on a line of its own, indented by two spaces."
    `);
  });
});

describe('a picture', () => {
  test('has alternative text', () => {
    expect(withHeadline('image:\n  file: b.jpg')).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture has no alternative text.
          Say what it shows to someone who cannot see it — alt: "…" — or write alt: "" if its caption says it all."
    `);
  });

  test('is there, if there is alternative text', () => {
    expect(withHeadline('image:\n  alt: b\n  caption: c')).toMatchInlineSnapshot(`
      "a.md
        line 4, image.alt: There is alternative text, but no picture.
          Name the picture with "file", or leave out "alt"."
    `);
  });

  test('may be absent from its caption or credit, but not with both', () => {
    expect(withHeadline('image: { credit: b }')).toMatchObject({ image: { credit: 'b' } });
    expect(withHeadline('image: {}')).toMatchInlineSnapshot(`
      "a.md
        line 3, image: The image is empty.
          Give it a "file" with "alt", a "caption" or a "credit", or leave out "image"."
    `);
    expect(withHeadline('image: b.jpg')).toMatchInlineSnapshot(`
      "a.md
        line 3, image: This must be a group of keys, each with its value.
          Write the keys below it, each on a line of its own, indented by two spaces."
    `);
  });

  test.each([
    ['b.jpg', './b.jpg'],
    ['./b.JPEG', './b.JPEG'],
    ['parts/b.webp', './parts/b.webp'],
    ['" b c.png "', './b c.png'],
  ])('named %s is the file %s', (written, file) => {
    expect(withHeadline(`image: { file: ${written}, alt: c }`)).toMatchObject({ image: { file } });
  });

  test('whose path leads elsewhere is told as it was written', () => {
    const paths = [
      'https://b.org/c.jpg',
      'HTTP://b.org/c.jpg',
      '//b.org/c.jpg',
      '/c.jpg',
      '../c.jpg',
    ];
    paths.push(
      'b/../../c.jpg',
      './../c.jpg',
      'data:image/png;base64,AA',
      'c.svg',
      'c',
      '',
      'C:\\c.jpg',
    );
    paths.push('b\\c.jpg', 'c.jpg?d', 'c.jpg#d', 'c%20d.jpg', '.');
    const faults = paths.map(
      (path) =>
        /image\.file: (.*)/.exec(told(withHeadline(`image: { file: '${path}', alt: d }`)))?.[1],
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "The picture "https://b.org/c.jpg" is an address, not a file of this publication.",
        "The picture "HTTP://b.org/c.jpg" is an address, not a file of this publication.",
        "The picture "//b.org/c.jpg" is an address, not a file of this publication.",
        "The path "/c.jpg" begins with a slash.",
        "The path "../c.jpg" leads out of the article's folder.",
        "The path "./b/../../c.jpg" leads out of the article's folder.",
        "The path "./../c.jpg" leads out of the article's folder.",
        "The picture "data:image/png;base64,AA" is an address, not a file of this publication.",
        ""./c.svg" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        ""./c" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        """ is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        "The picture "C:\\c.jpg" is an address, not a file of this publication.",
        "The path "./b\\c.jpg" holds the character "\\\\".",
        "The path "./c.jpg?d" holds the character "?".",
        "The path "./c.jpg#d" holds the character "#".",
        "The path "./c%20d.jpg" holds the character "%".",
        ""./." is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
      ]
    `);
  });
});

describe('a draft', () => {
  test('is true or false', () => {
    expect(withHeadline('draft: true')).toEqual({ headline: 'a', draft: true });
    expect(withHeadline('draft: false')).toEqual({ headline: 'a', draft: false });
    expect(withHeadline('draft: yes')).toMatchInlineSnapshot(`
      "a.md
        line 3, draft: "yes" is neither true nor false.
          Write true or false."
    `);
  });
});

test('everything that is wrong is told at once, each with its line', () => {
  const yaml = 'title: a\npublished: soon\nimage:\n  file: b.jpg\n  capton: c\nsource:\n  url: d';
  expect(read(yaml)).toMatchInlineSnapshot(`
    "a.md
      line 2, headline: The key "headline" is missing.
        Add a line: headline: …
      line 2, title: "title" is not a key that this file can have.
        Did you mean "headline"?
      line 3, published: "soon" is not a date of the calendar.
        Write a date, 2023-09-19, or a date and time with offset, 2023-09-19T14:30:00+03:00
      line 5, image.file: The picture has no alternative text.
        Say what it shows to someone who cannot see it — alt: "…" — or write alt: "" if its caption says it all.
      line 6, image.capton: "capton" is not a key that "image" can have.
        Did you mean "caption"?
      line 7, source.name: The key "source.name" is missing.
        Add, under source: name: …
      line 8, source.url: "d" is not a web address.
        Write it whole: https://example.org/page"
  `);
});
