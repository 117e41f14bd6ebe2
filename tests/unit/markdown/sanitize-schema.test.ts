import type { Element, ElementContent, Properties } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts';

const processor = unified()
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypeStringify, { allowDangerousHtml: true });

/** What the schema leaves of nodes that no step before it would make. */
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

test('the elements that an article can have are these', () => {
  expect([...(sanitizeSchema.tagNames ?? [])].sort().join(' ')).toMatchInlineSnapshot(
    `"a abbr bdi blockquote br cite code del em figcaption figure h2 h3 h4 h5 h6 hr li mark ol p pre q rp rt ruby section small span strong sub sup table tbody td th thead time tr ul"`,
  );
});

describe('an element that is not on the list loses its tag and keeps its text', () => {
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
      'b',
      'SCRIPT',
      'Script',
    ],
    ...['constructor', '__proto__', 'details', 'dialog', 'slot', 'x-custom', 'title', 'body'],
  ])('%s', (tagName) => {
    expect(sanitized(h(tagName, { src: 'x', onLoad: 'y' }, 'a'))).toBe('a');
  });

  test('svg with a script inside', () => {
    expect(sanitized(h('svg', {}, h('script', {}, 'a'), h('foreignObject', {}, 'b')))).toBe('ab');
  });
});

test('comments, doctypes and raw HTML go', () => {
  const raw = { type: 'raw', value: '<script>a</script>' } as unknown as ElementContent; // Not of hast.
  expect(sanitized({ type: 'comment', value: 'a' }, raw)).toBe('');
});

describe('an attribute that is not on the list goes', () => {
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

describe('the address of a link', () => {
  test.each([
    ...['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\nscript:a', '\u0001javascript:a'],
    ...['vbscript:a', 'data:text/html,a', 'file:///a', 'blob:a', 'tel:1', 'ftp://a', 'HTTPS://a'],
  ])('%j goes', (href) => {
    expect(sanitized(h('a', { href }, 'b'))).toBe('<a>b</a>');
  });

  test.each([
    'https://a.org/',
    'http://a.org/',
    'mailto:a@b.org',
    '#section-a',
    'a.html#section-b',
  ])('%s stays', (href) => {
    expect(sanitized(h('a', { href }, 'b'))).toBe(`<a href="${href}">b</a>`);
  });
});

describe('ids are those of footnotes and headings', () => {
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
  ])('<%s id="%s"> goes', (tag, id) => {
    expect(sanitized(h(tag, { id }, 'b'))).toBe(`<${tag}>b</${tag}>`);
  });
});

test('roles are those of footnotes', () => {
  expect(sanitized(h('a', { role: 'doc-noteref' }, 'a'))).toBe('<a role="doc-noteref">a</a>');
  expect(sanitized(h('a', { role: 'button' }, 'a'))).toBe('<a>a</a>');
  expect(sanitized(h('section', { role: 'banner' }, 'a'))).toBe('<section>a</section>');
});

test('parts of tables, lists and ruby stand in tables, lists and ruby alone', () => {
  const parts = ['li', 'td', 'th', 'tr', 'tbody', 'thead', 'rt', 'rp', 'figcaption'];
  expect(parts.map((tag) => sanitized(h(tag, {}, 'a')))).toEqual(parts.map(() => 'a'));
  expect(sanitized(h('table', {}, h('tr', {}, h('td', { dataAlign: 'right' }, 'a'))))).toBe(
    '<table><tr><td data-align="right">a</td></tr></table>',
  );
  expect(sanitized(h('table', {}, h('tr', {}, h('td', { dataAlign: 'x' }, 'a'))))).toBe(
    '<table><tr><td>a</td></tr></table>',
  );
});

test('a language and a direction are what they must be', () => {
  expect(sanitized(h('span', { lang: 'ru', dir: 'ltr' }, 'a'))).toBe(
    '<span lang="ru" dir="ltr">a</span>',
  );
  expect(sanitized(h('span', { lang: 'a b', dir: 'up' }, 'a'))).toBe('<span>a</span>');
});
