import { describe, expect, test } from 'vitest';
import { inlineTags } from '../../../src/markdown/inline-tags.ts';
import { noHtmlBlocks } from '../../../src/markdown/no-html-blocks.ts';
import { inspectInline, renderBody } from '../../../src/markdown/render.ts';
import { INLINE_TAGS } from '../../../src/markdown/sanitize-schema.ts';
import { htmlWith } from './with-plugins.ts';

/** Renders a paragraph without its `<p>`. */
function inline(markdown: string): string {
  const html = htmlWith(markdown, { remark: [noHtmlBlocks, inlineTags] });
  return html.replace(/^<p>/, '').replace(/<\/p>$/, '');
}

/** Escapes a text like `inline`. */
function asText(text: string): string {
  return text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
}

test('the allowed tags are those in the documentation', () => {
  expect(Object.keys(INLINE_TAGS).join(' ')).toMatchInlineSnapshot(
    `"a abbr b bdi br cite code em i kbd mark q rp rt ruby s small span strong sub sup time u"`,
  );
});

describe('an allowed tag', () => {
  test.each(Object.keys(INLINE_TAGS).filter((tag) => tag !== 'br' && tag !== 'a'))(
    '<%s> becomes an element',
    (tag) => {
      expect(inline(`a <${tag}>b *c*</${tag}> d`)).toBe(`a <${tag}>b <em>c</em></${tag}> d`);
    },
  );

  test.each(['<br>', '<br/>', '<br />', '<BR>'])('%s is a line break', (tag) => {
    expect(inline(`a${tag}b`)).toBe('a<br>b');
  });

  test.each([
    '<span lang="ru">',
    '<span lang="zh-Hant-TW" dir="ltr">',
    '<bdi dir="rtl">',
    '<abbr title="a > b & &quot;c&quot;">',
    '<time datetime="2023-09-19T14:30:00+03:00">',
    '<time datetime="PT2H30M">',
    '<q lang="de">',
  ])('%s keeps its attributes', (tag) => {
    const name = /\w+/.exec(tag)?.[0] ?? '';
    expect(inline(`${tag}a</${name}>`)).toBe(
      `${tag.replaceAll('&quot;', '&#x22;').replace('& ', '&#x26; ')}a</${name}>`,
    );
  });

  test('<a> keeps its address only', () => {
    expect(inline('<a href="https://a.org/" target="_blank" rel="opener me">b</a>')).toBe(
      '<a href="https://a.org/">b</a>',
    );
  });

  test('can have any case, quotation marks and spaces', () => {
    expect(inline('<SPAN  LANG = ru\ndir=ltr >a</Span >')).toBe(
      '<span lang="ru" dir="ltr">a</span>',
    );
  });

  test('can have an attribute over two lines', () => {
    expect(inline('<abbr title="a\nb">c</abbr>')).toBe('<abbr title="a\nb">c</abbr>');
  });
});

describe('shown as text', () => {
  test.each([
    '<div>a</div>',
    '<b onclick="alert(1)">a</b>',
    '<script>alert(1)</script>',
    '<a>a</a>',
    '<a href="" onclick="alert(1)">a</a>',
    '<a name="b">a</a>',
    '<img src="x" onerror="alert(1)">',
    '<span onclick="alert(1)">a</span>',
    '<span lang="ru" style="color: red">a</span>',
    '<span class="a">b</span>',
    '<span id="a">b</span>',
    '<span title="a">b</span>',
    '<span lang="">a</span>',
    '<span lang="english">a</span>',
    '<span lang="ru&quot; onclick=&quot;x">a</span>',
    '<span lang>a</span>',
    '<span dir="up">a</span>',
    '<sub lang="ru">a</sub>',
    '<time datetime="yesterday">a</time>',
    '<abbr title="a&#1;b">c</abbr>',
    '<br clear="all">',
    '</br>',
    '<constructor>a</constructor>',
    '<!-- a -->',
    '<?php echo 1 ?>',
    '<!DOCTYPE html>',
    '<![CDATA[a]]>',
    '<span>a',
    'a</span>',
    '</span><span>',
  ])('%s', (text) => {
    expect(inline(text)).toBe(asText(text));
  });

  test('text that looks like a tag', () => {
    expect(inline('if a<b and c>d then')).toBe('if a&#x3C;b and c>d then');
    expect(inline('1 < 2 > 0, a<-b, <>, <3')).toBe('1 &#x3C; 2 > 0, a&#x3C;-b, &#x3C;>, &#x3C;3');
  });
});

describe('nested tags', () => {
  test('can have the same name', () => {
    expect(inline('<q>a <q>b</q> <sup>c</sup></q>')).toBe('<q>a <q>b</q> <sup>c</sup></q>');
  });

  test('that overlap: the one that ends first is an element, the other is text', () => {
    expect(inline('<sub>a<sup>b</sub>c</sup>')).toBe('<sub>a&#x3C;sup>b</sub>c&#x3C;/sup>');
  });

  test('without an end are text in the other element', () => {
    expect(inline('<q>a <sup>b <sub>c</q> d')).toBe('<q>a &#x3C;sup>b &#x3C;sub>c</q> d');
  });

  test('with an extra end: the last end is text', () => {
    expect(inline('<q>a</q> b</q>')).toBe('<q>a</q> b&#x3C;/q>');
  });

  test('opened again after an overlap', () => {
    expect(inline('<sub>a<sup>b</sub><sup>c</sup>')).toBe('<sub>a&#x3C;sup>b</sub><sup>c</sup>');
  });

  test('do not cross the boundaries of emphasis, links and paragraphs', () => {
    expect(inline('*a <sub>b* c</sub>')).toBe('<em>a &#x3C;sub>b</em> c&#x3C;/sub>');
    expect(inline('[a<sub>](https://a.org/)b</sub>')).toBe(
      '<a href="https://a.org/">a&#x3C;sub></a>b&#x3C;/sub>',
    );
    expect(inline('<sub>a\n\nb</sub>')).toBe('&#x3C;sub>a</p><p>b&#x3C;/sub>');
  });

  test('can contain emphasis, links and code', () => {
    expect(inline('<q>*a* [b](https://a.org/) `<i>`</q>')).toBe(
      '<q><em>a</em> <a href="https://a.org/">b</a> <code>&#x3C;i></code></q>',
    );
  });
});

describe('a tag that is shown as text is a warning with its line', () => {
  const warningsOf = (body: string) => renderBody(body, 'en').warnings;

  test.each([
    ['One\n\n<div class="a">b</div>', 3, 'The tag <div> is shown as text.'],
    ['One\n<iframe src="https://a.org/"></iframe>', 2, 'The tag <iframe> is shown as text.'],
    ['<blockquote class="tweet"><p>a</p>', 1, 'The tag <blockquote> is shown as text.'],
    ['a\n\n- b\n- <font color="red">c', 4, 'The tag <font> is shown as text.'],
    ['a\n\n<b>b', 3, 'The tag <b> is shown as text, because'],
    ['a\n\n<b>b <s>c</b>', 3, 'The tag <s> is shown as text, because'],
    ['a\n\nb</i>', 3, 'The tag <i> is shown as text, because'],
    ['<!-- c -->\n\n<b onclick="a">b</b>', 3, 'The tag <b> is shown as text, because'],
    ['a\nb <o:p></o:p>', 2, 'The tag <o:p> is shown as text.'],
    ['a <w:sdt id="1">b', 1, 'The tag <w:sdt> is shown as text.'],
    ['<!DOCTYPE html>', 1, 'The tag <!DOCTYPE> is shown as text.'],
  ])('%j', (body, line, wrong) => {
    expect(warningsOf(body)).toContainEqual({
      line,
      wrong: expect.stringContaining(wrong) as unknown,
      right: expect.stringContaining('backticks') as unknown,
    });
  });

  test('once a line', () => {
    expect(warningsOf('<div>a</div> <div>b</div>\n<div>c</div>')).toHaveLength(2);
  });

  test('also in a caption', () => {
    expect(inspectInline('a <font>b</font>').warnings).toHaveLength(1);
  });

  test.each([
    '<b>a</b>',
    '`<div>`',
    '\\<div>',
    '1 < 2',
    '<https://a.org/>',
    '    <div>',
    '\\<o:p>',
  ])('but not %j', (body) => {
    expect(warningsOf(body)).toEqual([]);
  });
});

test('pasted links follow the rules of Markdown links', () => {
  const { html, warnings } = renderBody(
    '<a href="HTTPS://a.org" rel="opener" target="_blank">b</a> <a href="javascript:c">d</a>',
    'en',
  );
  expect(html).toBe('<p><a href="https://a.org/" rel="noopener noreferrer">b</a> d</p>');
  expect(warnings).toMatchObject([{ line: 1 }]);
});
