import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectInline, renderBody, renderInline } from '../../../src/markdown/render.ts';
import { withoutComments } from '../../../src/markdown/without-comments.ts';

function faultsOf(markdown: string): string[] {
  return renderBody(markdown, 'en').faults.map(({ line, wrong }) => `${line}: ${wrong}`);
}

describe('a comment is left out', () => {
  // For a complete article, see tests/fixtures/markdown/comments.
  test.each([
    ['a <!-- b -->c', 'a c'],
    ['a <!-- b\n\nc --> d', 'a  d'],
    ['<!--b-->a', 'a'],
    ['a <!----> b', 'a  b'],
    // Both are complete comments in CommonMark 0.31.
    ['a <!--> b', 'a  b'],
    ['a <!---> b', 'a  b'],
    ['a <!-- b - c -- d -> e ---> f', 'a  f'],
    ['a <!-- `b --> c` d', 'a  c` d'],
    ['a <!-- [b](c --> d', 'a  d'],
    ['a\\\\<!-- b --> c', 'a\\ c'],
    ['<!-- a -->\n<!-- b\n\n-->\nc <!-- d\n\n--> e <!-- f -->', 'c  e'],
  ])('%j', (markdown, words) => {
    const { html, faults } = renderBody(markdown, 'en');
    expect({ html, faults }).toEqual({ html: `<p>${words}</p>`, faults: [] });
  });

  test('in a caption', () => {
    expect(renderInline('*a* <!-- b --> `<!-- c -->`')).toBe(
      '<em>a</em>  <code>&#x3C;!-- c --></code>',
    );
  });

  test('and text that looks like a comment without it is text', () => {
    expect(renderBody('<<!-- a\n\n-->!-- b -->', 'en').html).toBe('<p>&#x3C;!-- b --></p>');
  });

  test('so a body of comments is empty', () => {
    expect(renderBody('<!-- a -->\n\n<!-- b\n\nc -->', 'en').isEmpty).toBe(true);
  });

  test('and does not count for the reading time', () => {
    const secret = 'word '.repeat(5000);
    expect(renderBody(`one <!-- ${secret} --> two`, 'en').readingMinutes).toBe(1);
  });
});

test('a comment is a warning with its line and its first words', () => {
  const { warnings } = renderBody(`a\n\n<!-- b\nc -->\n\nd <!-- ${'e'.repeat(100)} -->`, 'en');
  expect(warnings).toEqual([
    {
      line: 3,
      wrong: 'The comment of 2 lines is left out: <!-- b c -->',
      right: 'To show it to readers, write \\<!-- in place of <!--.',
    },
    expect.objectContaining({
      line: 6,
      wrong: `The comment is left out: <!-- ${'e'.repeat(75)}…`,
    }),
  ]);
});

test.each(['\n', '\r\n', '\r'])('line numbers stay right with %j as line end', (end) => {
  const markdown = [
    ...['[1](1.md) <!-- a', '', '', '--> [4](4.md) <!-- b', '--> [5](5.md)', '', '<!--', '-->'],
    ...['![9](/9.png)', '', '[11](11.md)'],
  ].join(end);
  const { articleLinks, faults } = renderBody(markdown, 'en');
  for (const { slug, line } of articleLinks) expect(String(line)).toBe(slug);
  expect(articleLinks).toHaveLength(4);
  expect(faults.map(({ line }) => line)).toEqual([9]);
});

test('no word of a comment is shown, whatever is around it', () => {
  const fragment = fc.constantFrom(
    ...Array.from('*_[]()<>!#-+=|:"\'&\n '),
    ...[
      '](',
      '![',
      '\n\n',
      '\n> ',
      '\n- ',
      '\n| - | - |\n',
      '[^1]',
      '[^1]: ',
      '\r\n',
      '<br>',
      '--',
    ],
    ...['<abbr title="', '</abbr>', '<?', '<![CDATA[', '<!A', '\uFEFF', 'word', '-->', '<!--'],
    ...[
      '<!-- SECRET -->',
      '<!-- SECRET\n\nSECRET -->',
      '<!-- ` *SECRET* -->',
      '<!--SECRET | a -->',
    ],
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 30 }), (fragments) => {
      const markdown = fragments.join('');
      // If other fragments open or close a comment, the rest of it is text.
      fc.pre(!markdown.replaceAll(/<!--(?:-?>|[\s\S]*?-->)/g, '').includes('SECRET'));
      const { faults, ...rendered } = renderBody(markdown, 'en');
      fc.pre(faults.length === 0);
      expect(JSON.stringify({ ...rendered, warnings: [] })).not.toContain('SECRET');
      expect(withoutComments(markdown, 'body')).not.toContain('SECRET');
    }),
    { numRuns: 500 },
  );
});

describe('an ambiguous comment is a fault with its line', () => {
  test.each([
    ['a\n\nb <!-- c\n\nd', '3: A comment is opened with <!-- and never closed.'],
    ['<!-- a --> b\n\n`c` <!-- d', '3: A comment is opened with <!-- and never closed.'],
    ['a <!--', '1: A comment is opened with <!-- and never closed.'],
    [
      'a\n\n<!-- b\n\nc <!-- d -->',
      '3: The comment contains another <!--, so it is not clear where it ends.',
    ],
    [
      '<!-- a <!-- b --> c -->',
      '1: The comment contains another <!--, so it is not clear where it ends.',
    ],
    [
      'a <!-- b --!> c -->',
      '1: The comment contains --!>, which closes comments in HTML but not in Markdown.',
    ],
    ['a <!-- b --!> c', '1: A comment is opened with <!-- and never closed.'],
    [
      'a <!--> b -->',
      '1: The comment ends where it begins, so the text up to the next --> would be published.',
    ],
  ])('%j', (markdown, fault) => {
    expect(faultsOf(markdown)).toEqual([fault]);
  });

  test('and the text after an unclosed comment is still checked', () => {
    expect(faultsOf('a <!-- b\n\n![c](/d.png)')).toHaveLength(2);
    expect(renderBody('a <!-- b\n\n*c*', 'en').html).toBe(
      '<p>a &#x3C;!-- b</p>\n<p><em>c</em></p>',
    );
  });

  test('in a caption, too', () => {
    expect(inspectInline('a <!-- b').faults).toHaveLength(1);
  });
});

describe('text that looks like a comment stays', () => {
  test.each([
    ...['a --> b', '<!- a -->', '< !-- a -->', '&lt;!-- a -->', '\\<!-- a -->', '<\\!-- a -->'],
    ...['<? a ?>', '<!DOCTYPE a>', '<![CDATA[ a ]]>'],
  ])('%s', (markdown) => {
    const { html, faults, warnings } = renderBody(markdown, 'en');
    const text = markdown.replaceAll('\\', '').replaceAll('&lt;', '<');
    expect(html).toBe(`<p>${text.replaceAll('<', '&#x3C;')}</p>`);
    expect([...faults, ...warnings.filter(({ wrong }) => wrong.includes('comment'))]).toEqual([]);
  });
});

describe('Markdown without comments', () => {
  const piece = fc.constantFrom(
    ...[
      'words ',
      ' `<!-- code -->` ',
      '\\<!-- ',
      '-->',
      '\n\n',
      '\r\n',
      '\n> ',
      '\n- ',
      '# ',
      '* ',
    ],
    ...['[a](b "c")', '| ', '\uFEFF', '<b>', '  \n', '漢字', '"'],
  );
  const comment = fc
    .array(fc.constantFrom('secret', '\n\n', '`', '> ', '- ', '\n', '"', '[a](', '~~~', '<i>'))
    .map((parts) => `<!-- ${parts.join(' ')} -->`);

  test('has all other characters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, comment)), (pairs) => {
        // With an x after each piece, so that two pieces cannot combine.
        const text = pairs.map(([words]) => `${words}x`).join('');
        const commented = pairs.map(([words, hidden]) => `${words}x${hidden}`).join('');
        expect(withoutComments(commented, 'body')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('is unchanged if there are none', () => {
    const code = '```\n<!-- a\n```\n\n`<!-- b -->` \\<!-- c -->';
    expect(withoutComments(code, 'body')).toBe(code);
  });
});
