import { expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

test('tables and code are focusable', () => {
  expect(renderBody('| a |\n| - |', 'en').html).toMatch(/^<table tabindex="0">/);
  expect(renderBody('```\ncode\n```', 'en').html).toMatch(/^<pre tabindex="0">/);
});

test('other elements are not focusable', () => {
  const { html } = renderBody('# A\n\nText *b* `c`.[^1]\n\n> Quote\n\n- item\n\n[^1]: Note.', 'en');
  expect(html).not.toContain('tabindex');
});
