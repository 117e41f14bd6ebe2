import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/import/markdown/escape-markdown.ts';
import { renderBody } from '../../../src/markdown/render.ts';

const addresses = [
  'https://www.youtube.com/watch?v=a_b_c&t=1',
  'https://vimeo.com/123',
  'https://x.com/harbour/status/1',
  'https://mastodon.example/@harbour/1',
  'https://www.instagram.com/p/a/',
  'https://www.tiktok.com/@harbour/video/1',
  'https://bsky.app/profile/a.example/post/b',
  'HTTP://Example.org',
];

describe('an address in a paragraph of its own is a card that links to it', () => {
  test.each(
    addresses.flatMap((address) => [
      [address, address],
      [`<${address}>`, address],
    ]),
  )('%s', (body, address) => {
    const text = address.replaceAll('&', '&#x26;');
    const { html, faults, warnings } = renderBody(`A\n\n${body}\n\nB`, 'en');
    expect(html).toContain('<p data-link-card=""><a href="http');
    expect(html).toContain(` rel="noopener noreferrer">${text}</a></p>`);
    expect([...faults, ...warnings]).toEqual([]);
  });
});

test.each([
  'See https://example.org/a',
  'https://a.org/ https://b.org/',
  'https://name@example.org/',
  'https://',
  'javascript:alert(1)',
  'https\\://example.org/',
  '## https://example.org/',
  '`https://example.org/`',
  '| https://example.org/ |\n| - |',
])('but not %j', (body) => {
  const { html, faults } = renderBody(body, 'en');
  expect(html).not.toContain('<a href="http');
  expect(html).not.toContain('data-link-card');
  expect(faults).toEqual([]);
});

test('an imported address stays text', () => {
  for (const address of addresses) {
    const { html } = renderBody(escapeMarkdown(address, 'body'), 'en');
    expect(html).toBe(`<p>${address.replaceAll('&', '&#x26;')}</p>`);
  }
});
