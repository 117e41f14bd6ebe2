import { expect, test } from 'vitest';
import { inlineTags } from '../../../src/markdown/inline-tags.ts';
import { noHtmlBlocks } from '../../../src/markdown/no-html-blocks.ts';
import { renderWith } from './with-plugins.ts';

const steps = { remark: [noHtmlBlocks, inlineTags] };

test.each([
  '<script',
  '<script>',
  '<!--',
  '<style>',
  '<pre>',
  '<textarea>',
  '<?php',
  '<![CDATA[',
  '<div>',
])('an unclosed %s at the start of a line does not include the text after it', (opening) => {
  expect(String(renderWith(`${opening} one\ntwo\n\n*three*`, steps))).toBe(
    `<p>${opening.replace('<', '&#x3C;')} one\ntwo</p>\n<p><em>three</em></p>`,
  );
});

test('Markdown works on the line after a tag', () => {
  expect(String(renderWith('<div>\n*one*\n</div>', steps))).toBe(
    '<p>&#x3C;div>\n<em>one</em>\n&#x3C;/div></p>',
  );
});
