import { describe, expect, test } from 'vitest';
import { read } from '../content/validate-front-matter.ts';

/** Adds the required key. */
function withHeadline(yaml: string) {
  return read(`headline: a\n${yaml}`);
}

/** Returns the messages about invalid front matter, or an empty string. */
function messagesOf(result: ReturnType<typeof read>): string {
  return typeof result === 'string' ? result : '';
}

test('front matter can have all keys', () => {
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

test('only the headline is required', () => {
  expect(read('headline: a')).toEqual({ headline: 'a' });
  expect(read('byline: a')).toMatchInlineSnapshot(`
    "a.md
      line 2, headline: The key "headline" is missing.
        Add a line: headline: …"
  `);
});

describe('an unknown key', () => {
  test('is an error with a suggestion', () => {
    expect(withHeadline('standfrist: b')).toMatchInlineSnapshot(`
      "a.md
        line 3, standfrist: There is no key "standfrist".
          Did you mean "standfirst"?"
    `);
  });

  test('of another tool is an error with our name', () => {
    const other = ['title', 'description', 'author', 'date', 'lang', 'tags', 'photo', 'pubDate'];
    const meant = other.map(
      (key) => /mean "(.*)"/.exec(messagesOf(withHeadline(`${key}: b`)))?.[1],
    );
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

  test('of a group is an error with a suggestion', () => {
    expect(withHeadline('source:\n  name: b\n  link: c')).toMatchInlineSnapshot(`
      "a.md
        line 5, source.link: "source" has no key "link".
          Did you mean "url"?"
    `);
    expect(withHeadline('image:\n  caption: b\n  src: c')).toMatchInlineSnapshot(`
      "a.md
        line 5, image.src: "image" has no key "src".
          Did you mean "file"?"
    `);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'abc', ''])(
    'without a similar key is an error with all keys: "%s"',
    (key) => {
      expect(withHeadline(`"${key}": b`)).toBe(
        [
          'a.md',
          `  line 3, ${key}: There is no key "${key}".`.replace(', :', ':'),
          '    The keys are: headline, standfirst, byline, dateline, published, updated, language, topics, image, source, kicker, keyPoints, form, corrections, expires, aliases, series, translationOf, draft.',
        ].join('\n'),
      );
    },
  );
});

describe('a text', () => {
  const lineKeys = ['headline', 'standfirst', 'dateline', 'byline'];

  test.each(lineKeys)('of "%s" cannot be empty', (key) => {
    const yaml = key === 'headline' ? 'headline: " "' : `headline: a\n${key}: ""`;
    expect(read(yaml)).toContain(`${key}${key === 'byline' ? '[1]' : ''}: The value is empty.`);
  });

  test('that is missing is an error', () => {
    expect(read('headline:')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The value is empty.
          Write text after the colon. Put it in quotation marks if it begins with #"
    `);
  });

  test('is on one line', () => {
    expect(read('headline: |\n  a\n  b')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The text contains a line break.
          Write plain text on one line."
    `);
    expect(read('headline: >\n  a\n  b\n')).toEqual({ headline: 'a b' });
    expect(read('headline: "a\n  b"')).toEqual({ headline: 'a b' });
  });

  test.each(['\\0', '\\x01', '\\x1b', '\\x7f', '\\x85', '\\u2028', '\\ud800', '\\ufffe', '\\t'])(
    'cannot contain the character %s',
    (escape) => {
      for (const key of [
        'headline',
        'image:\n  caption',
        'image:\n  file: a.jpg\n  alt',
        'dateline',
      ]) {
        expect(read(`${key}: "a${escape}b"\n`.replace(/^(?!headline)/, 'headline: c\n'))).toMatch(
          /The text contains the character U\+/,
        );
      }
    },
  );

  test.each(['a\u00A0b', '\u200Fאב\u200E', '👩‍💻', 'e\u0301', 'a\u00ADb', '\uFFFD', '“‘’”—…'])(
    'keeps other characters: %s',
    (text) => {
      expect(read(`headline: ${text}`)).toEqual({ headline: text });
    },
  );

  test('keeps non-breaking spaces at its ends', () => {
    expect(read('headline: "\\u00A0a\\u3000"')).toEqual({ headline: '\u00A0a\u3000' });
  });

  test('cannot begin with the prefix that Astro gives to image paths', () => {
    expect(read('headline: __ASTRO_IMAGE_/etc/passwd')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The text begins with __ASTRO_IMAGE_.
          Begin with another word: Astro reads this one as the path of a picture."
    `);
    for (const yaml of ['topics: [b, " __ASTRO_IMAGE_c"]', 'image: { caption: __ASTRO_IMAGE_c }']) {
      expect(withHeadline(yaml)).toContain('The text begins with __ASTRO_IMAGE_.');
    }
  });

  test('cannot be a list or a group', () => {
    expect(read('headline: [a, b]')).toMatchInlineSnapshot(`
      "a.md
        line 2, headline: The value must be a single text.
          Write text after the colon. Put it in quotation marks if it contains : # [ or {"
    `);
    expect(read('headline: { a: b }')).toContain('The value must be a single text.');
  });
});

describe('a list', () => {
  test.each(['byline', 'topics'])('of "%s" can be a single text', (key) => {
    expect(withHeadline(`${key}: b, c`)).toEqual({ headline: 'a', [key]: ['b, c'] });
    expect(withHeadline(`${key}:\n  - b\n  - c`)).toEqual({ headline: 'a', [key]: ['b', 'c'] });
  });

  test('cannot be empty or a group, or contain an item twice', () => {
    expect(withHeadline('byline: []')).toMatchInlineSnapshot(`
      "a.md
        line 3, byline: The list is empty.
          Add at least one item, or remove the key."
    `);
    expect(withHeadline('byline: { b: c }')).toMatchInlineSnapshot(`
      "a.md
        line 3, byline: The value must be a list.
          Write it in brackets: [One, Two]"
    `);
    expect(withHeadline('topics:\n  - b\n  - c\n  - b')).toMatchInlineSnapshot(`
      "a.md
        line 6, topics[3]: "b" is in the list twice.
          Remove one."
    `);
    expect(withHeadline('topics: [b, [c]]')).toMatchInlineSnapshot(`
      "a.md
        line 3, topics[2]: The value must be a single text.
          Write text after the colon. Put it in quotation marks if it contains : # [ or {"
    `);
  });
});

describe('a date', () => {
  test.each(['2023-09-19', '2024-02-29', '2023-09-19T14:30Z', '2023-09-19T14:30:00.5-03:30'])(
    'is not converted: %s',
    (date) => {
      expect(withHeadline(`published: ${date}`)).toEqual({ headline: 'a', published: date });
    },
  );

  test('that is invalid is an error', () => {
    expect(withHeadline('published: 19 September 2023')).toMatchInlineSnapshot(`
      "a.md
        line 3, published: "19 September 2023" is not a valid date.
          Write 2023-09-19"
    `);
    for (const written of ['2023-09-19 14:30', '2023-09-19T14:30']) {
      expect(withHeadline(`published: ${written}`)).toContain(
        'Write the offset from UTC after the time: 2023-09-19T14:30+03:00, or for UTC 2023-09-19T14:30Z',
      );
    }
  });

  test('of an update cannot be before that of the publication', () => {
    expect(withHeadline('published: 2023-09-19\nimage: { caption: b }\nupdated: 2023-09-18'))
      .toMatchInlineSnapshot(`
        "a.md
          line 5, updated: The article was updated (2023-09-18) before it was published (2023-09-19).
            Swap the two dates, or remove "updated"."
      `);
    expect(
      withHeadline('published: 2023-09-19T10:00:00Z\nupdated: 2023-09-19T12:00:00+03:00'),
    ).toContain('line 4, updated: The article was updated');
  });

  test('of an update can be the day of the publication', () => {
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
  ])('is converted to its canonical form: %s to %s', (written, canonical) => {
    expect(withHeadline(`language: ${written}`)).toEqual({ headline: 'a', language: canonical });
  });

  test.each(['english', 'en_US', 'русский', 'e', '', 'en-', 'x-a'])('cannot be "%s"', (written) => {
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
  ])('is normalized: %s to %s', (written, url) => {
    expect(withHeadline(`source: { name: b, url: "${written}" }`)).toMatchObject({
      source: { url },
    });
  });

  test.each(['example.org', 'www.example.org/a?b', 'пример.example'])(
    'without a scheme is suggested with one: %s',
    (written) => {
      expect(withHeadline(`source: { name: b, url: "${written}" }`)).toContain(
        `Write the full address: https://${written}`,
      );
    },
  );

  test.each([
    'example',
    '//example.org',
    '/a',
    'javascript:alert(1)',
    'ftp://a.org',
    'mailto:a@b.org',
    'https://',
    'https://user:password@example.org',
    'data:text/html,a',
    '',
  ])('cannot be "%s"', (written) => {
    expect(withHeadline(`source:\n  name: b\n  url: "${written}"`)).toBe(
      `a.md\n  line 5, source.url: "${written}" is not a web address.\n    Write the full address: https://example.org/page`,
    );
  });

  test('requires the name of the source', () => {
    expect(withHeadline('source:\n  url: https://example.org')).toMatchInlineSnapshot(`
      "a.md
        line 3, source.name: The key "source.name" is missing.
          Add a line under source: name: …"
    `);
    expect(withHeadline('source: https://example.org')).toMatchInlineSnapshot(`
      "a.md
        line 3, source: The value must be a group of keys and values.
          Write each key on a line of its own. The keys are: name, url.
          source:
            name: …"
    `);
    expect(withHeadline('corrections: b')).toMatchInlineSnapshot(`
      "a.md
        line 3, corrections: The value must be a list.
          Write each key on a line of its own. The keys are: date, text.
          corrections:
            - date: …
              text: …"
    `);
    expect(withHeadline('corrections: [b]')).toMatchInlineSnapshot(`
      "a.md
        line 3, corrections[1]: The value must be a group of keys and values.
          Write each key on a line of its own. The keys are: date, text.
          corrections:
            - date: …
              text: …"
    `);
  });
});

describe('a picture', () => {
  test('requires alternative text', () => {
    expect(withHeadline('image:\n  file: b.jpg')).toMatchInlineSnapshot(`
      "a.md
        line 4, image.file: The picture has no alternative text.
          Describe the picture for people who cannot see it: alt: "…". If the caption does so, write alt: """
    `);
  });

  test('is required with alternative text', () => {
    expect(withHeadline('image:\n  alt: b\n  caption: c')).toMatchInlineSnapshot(`
      "a.md
        line 4, image.alt: There is alternative text, but no picture.
          Add the picture with "file", or remove "alt"."
    `);
  });

  test('is optional with a caption or a credit', () => {
    expect(withHeadline('image: { credit: b }')).toMatchObject({ image: { credit: 'b' } });
    expect(withHeadline('image: {}')).toMatchInlineSnapshot(`
      "a.md
        line 3, image: The image is empty.
          Add "file" and "alt", "caption" or "credit", or remove "image"."
    `);
    expect(withHeadline('image: b.jpg')).toMatchInlineSnapshot(`
      "a.md
        line 3, image: The value must be a group of keys and values.
          Write each key on a line of its own. The keys are: file, alt, caption, credit.
          image:
            file: …"
    `);
  });

  test.each([
    ['b.jpg', './b.jpg'],
    ['./b.JPEG', './b.JPEG'],
    ['parts/b.webp', './parts/b.webp'],
    ['" b c.png "', './b c.png'],
  ])('with the path %s is the file %s', (written, file) => {
    expect(withHeadline(`image: { file: ${written}, alt: c }`)).toMatchObject({ image: { file } });
  });

  test('with a path that is not beside the article is an error', () => {
    const paths = [
      'https://b.org/c.jpg',
      'HTTP://b.org/c.jpg',
      '//b.org/c.jpg',
      '/c.jpg',
      '../c.jpg',
      'b/../../c.jpg',
      './../c.jpg',
      'data:image/png;base64,AA',
      'c.svg',
      'c',
      '',
      'C:\\c.jpg',
      'b\\c.jpg',
      'c.jpg?d',
      'c.jpg#d',
      'c%20d.jpg',
      '.',
    ];
    const faults = paths.map(
      (path) =>
        /image\.file: (.*)/.exec(
          messagesOf(withHeadline(`image: { file: '${path}', alt: d }`)),
        )?.[1],
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "The picture "https://b.org/c.jpg" is an address, not a relative path.",
        "The picture "HTTP://b.org/c.jpg" is an address, not a relative path.",
        "The picture "//b.org/c.jpg" is an address, not a relative path.",
        "The path "/c.jpg" begins with a slash.",
        "The path "../c.jpg" leads outside the article's folder.",
        "The path "./b/../../c.jpg" leads outside the article's folder.",
        "The path "./../c.jpg" leads outside the article's folder.",
        "The picture "data:image/png;base64,AA" is an address, not a relative path.",
        ""./c.svg" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        ""./c" is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        """ is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
        "The picture "C:\\c.jpg" is an address, not a relative path.",
        "The path "./b\\c.jpg" contains the character "\\\\".",
        "The path "./c.jpg?d" contains the character "?".",
        "The path "./c.jpg#d" contains the character "#".",
        "The path "./c%20d.jpg" contains the character "%".",
        ""./." is not the name of a JPEG, PNG, WebP, AVIF or GIF picture.",
      ]
    `);
  });
});

describe('a draft', () => {
  test('can be true or false', () => {
    expect(withHeadline('draft: true')).toEqual({ headline: 'a', draft: true });
    expect(withHeadline('draft: false')).toEqual({ headline: 'a', draft: false });
    expect(withHeadline('draft: yes')).toMatchInlineSnapshot(`
      "a.md
        line 3, draft: "yes" is neither true nor false.
          Write true or false."
    `);
  });
});

test('all problems are described at once, each with its line', () => {
  const yaml = 'title: a\npublished: soon\nimage:\n  file: b.jpg\n  capton: c\nsource:\n  url: d';
  expect(read(yaml)).toMatchInlineSnapshot(`
    "a.md
      line 2, headline: The key "headline" is missing.
        Add a line: headline: …
      line 2, title: There is no key "title".
        Did you mean "headline"?
      line 3, published: "soon" is not a valid date.
        Write a date, 2023-09-19, or a date and time with an offset, 2023-09-19T14:30:00+03:00
      line 5, image.file: The picture has no alternative text.
        Describe the picture for people who cannot see it: alt: "…". If the caption does so, write alt: ""
      line 6, image.capton: "image" has no key "capton".
        Did you mean "caption"?
      line 7, source.name: The key "source.name" is missing.
        Add a line under source: name: …
      line 8, source.url: "d" is not a web address.
        Write the full address: https://example.org/page"
  `);
});
