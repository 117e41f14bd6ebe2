import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../../src/content/marks/clean-svg.ts';

const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${content}</svg>`;

describe('an SVG is refused with', () => {
  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
    ['an event handler', svg('<path d="M0 0" onload="alert(1)"/>')],
    ['an event handler of its own', svg('', ' onload="alert(1)"')],
    ['a style sheet', svg('<style>@import url(https://a.example)</style>')],
    ['a style attribute', svg('<path style="fill:url(https://a.example)"/>')],
    ['an embedded page', svg('<foreignObject><iframe src="https://a.example"/></foreignObject>')],
    ['an embedded picture', svg('<image href="https://a.example/a.png"/>')],
    ['a link', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>')],
    ['a reference', svg('<use href="https://a.example#a"/>')],
    ['an animation', svg('<animate attributeName="href" to="javascript:alert(1)"/>')],
    ['a paint from elsewhere', svg('<path fill="url(https://a.example#a)"/>')],
    ['an escaped paint', svg('<path fill="ur\\6c(https://a.example)"/>')],
    ['markup of HTML', svg('<p><img src=x onerror=alert(1)></p>')],
    ['two pictures', svg('') + svg('')],
    ['more than 20 KB', svg(`<path d="${'M0 0'.repeat(6000)}"/>`)],
  ])('%s', (_, text) => {
    expect(cleanSvg(text)).toMatchObject({ ok: false });
  });

  test('no picture in it', () => {
    expect(cleanSvg('<html>')).toMatchObject({ ok: false });
    expect(cleanSvg('')).toMatchObject({ ok: false });
  });
});

test('what editors write for themselves is left out', () => {
  const text = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><!-- made by an editor -->${svg(
    '<metadata>x</metadata><g inkscape:label="a" class="b"><path id="c" d="M0 0"/></g>',
    ' version="1.1" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
  )}`;
  const cleaned = cleanSvg(text);
  expect(cleaned.ok && cleaned.svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><path id="c" d="M0 0" /></g></svg>',
  );
});

test('shapes, gradients and text stay as they are', () => {
  const content =
    '<defs><linearGradient id="a" x1="0"><stop offset="50%" stop-color="#a00" /></linearGradient></defs>' +
    '<circle cx="1" cy="2" r="3" fill="url(#a)" stroke-width="2" /><text x="1">A &#x26; B</text>';
  const cleaned = cleanSvg(svg(content));
  expect(cleaned.ok && cleaned.svg).toBe(svg(content));
});
