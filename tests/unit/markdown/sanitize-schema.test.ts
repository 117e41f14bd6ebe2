import type { Element, ElementContent, Properties } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts';

const processor = unified()
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeStringify, { allowDangerousHtml: true });

/** Sanitizes nodes that no earlier step would create. */
function sanitized(...children: ElementContent[]): string {
  return processor.stringify(processor.runSync({ type: 'root', children }));
}

function h(tagName: string, properties: Properties, ...children: (Element | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

test('articles can contain these elements', () => {
  expect([...(sanitizeSchema.tagNames ?? [])].sort().join(' ')).toMatchInlineSnapshot(
    `"a abbr b bdi blockquote br cite code del em figcaption figure h2 h3 h4 h5 h6 hr i kbd li mark ol p pre q rp rt ruby s section small span strong sub sup table tbody td th thead time tr u ul"`,
  );
});

describe('other elements are replaced with their text', () => {
  test.each([
    ...['script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'form', 'input', 'button'],
    ...['textarea', 'select', 'img', 'picture', 'video', 'audio', 'link', 'meta', 'base', 'h1'],
    ...[
      'div',
      'main',
      'nav',
      'header',
      'template',
      'noscript',
      'frameset',
      'center',
      'SCRIPT',
      'Script',
    ],
    ...['constructor', '__proto__', 'details', 'dialog', 'slot', 'x-custom', 'title', 'body'],
  ])('%s', (tagName) => {
    expect(sanitized(h(tagName, { src: 'x', onLoad: 'y' }, 'a'))).toBe('a');
  });

  test('svg that contains a script', () => {
    expect(sanitized(h('svg', {}, h('script', {}, 'a'), h('foreignObject', {}, 'b')))).toBe('ab');
  });
});

test('comments and raw HTML are removed', () => {
  const raw = { type: 'raw', value: '<script>a</script>' } as unknown as ElementContent; // Not of hast.
  expect(sanitized({ type: 'comment', value: 'a' }, raw)).toBe('');
});

describe('other attributes are removed', () => {
  test.each([
    ...['id', 'name', 'className', 'style', 'onClick', 'onclick', 'onMouseOver', 'tabIndex'],
    ...['src', 'srcSet', 'srcDoc', 'action', 'formAction', 'ping', 'target', 'download', 'is'],
    ...['slot', 'part', 'popover', 'autoFocus', 'contentEditable', 'accessKey', 'dataAnything'],
    ...['ariaHidden', 'ariaDescribedBy', 'itemProp', 'xmlns', 'xLinkHref', 'hidden', 'role'],
    ...['__proto__', 'constructor', 'nonce', 'align', 'bgColor', 'background'],
  ])('%s', (name) => {
    for (const tag of sanitizeSchema.tagNames ?? []) {
      if (tag === 'br' || tag === 'hr' || sanitizeSchema.ancestors?.[tag]) continue;
      expect(sanitized(h(tag, Object.fromEntries([[name, 'x']]), 'a'))).toBe(`<${tag}>a</${tag}>`);
    }
  });
});

describe('links', () => {
  test.each([
    ...['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\nscript:a', '\u0001javascript:a'],
    ...['vbscript:a', 'data:text/html,a', 'file:///a', 'blob:a', 'ftp://a', 'HTTPS://a'],
  ])('to %j are removed', (href) => {
    expect(sanitized(h('a', { href }, 'b'))).toBe('<a>b</a>');
  });

  test.each([
    'https://a.org/',
    'http://a.org/',
    'mailto:a@b.org',
    'tel:1',
    '#section-a',
    'a.html#section-b',
  ])('to %s stay', (href) => {
    expect(sanitized(h('a', { href }, 'b'))).toBe(`<a href="${href}">b</a>`);
  });
});

describe('only footnotes and headings have ids', () => {
  test.each([
    ['a', 'fnref-1'],
    ['a', 'fnref-12-3'],
    ['h2', 'section-a'],
    ['h6', 'section-__proto__'],
  ])('<%s id="%s"> stays', (tag, id) => {
    expect(sanitized(h(tag, { id }, 'b'))).toBe(`<${tag} id="${id}">b</${tag}>`);
  });

  test.each([
    ['a', 'fn-1'],
    ['a', 'main'],
    ['a', 'xfnref-1'],
    ['a', 'fnref-1x'],
    ['a', 'fnref-'],
    ['h2', 'main'],
    ['h2', 'section-'],
    ['h2', 'fn-1'],
    ['p', 'section-a'],
    ['section', 'fn-1'],
    ['span', 'section-a'],
  ])('<%s id="%s"> is removed', (tag, id) => {
    expect(sanitized(h(tag, { id }, 'b'))).toBe(`<${tag}>b</${tag}>`);
  });
});

test('only footnotes have roles', () => {
  expect(sanitized(h('a', { role: 'doc-noteref' }, 'a'))).toBe('<a role="doc-noteref">a</a>');
  expect(sanitized(h('a', { role: 'button' }, 'a'))).toBe('<a>a</a>');
  expect(sanitized(h('section', { role: 'banner' }, 'a'))).toBe('<section>a</section>');
});

test('parts of tables, lists and ruby are removed outside of them', () => {
  const parts = ['li', 'td', 'th', 'tr', 'tbody', 'thead', 'rt', 'rp', 'figcaption'];
  expect(parts.map((tag) => sanitized(h(tag, {}, 'a')))).toEqual(parts.map(() => 'a'));
  expect(sanitized(h('table', {}, h('tr', {}, h('td', { dataAlign: 'right' }, 'a'))))).toBe(
    '<table><tr><td data-align="right">a</td></tr></table>',
  );
  expect(sanitized(h('table', {}, h('tr', {}, h('td', { dataAlign: 'x' }, 'a'))))).toBe(
    '<table><tr><td>a</td></tr></table>',
  );
});

test('languages and directions must be valid', () => {
  expect(sanitized(h('span', { lang: 'ru', dir: 'ltr' }, 'a'))).toBe(
    '<span lang="ru" dir="ltr">a</span>',
  );
  expect(sanitized(h('span', { lang: 'a b', dir: 'up' }, 'a'))).toBe('<span>a</span>');
});
