import { expect, test } from 'vitest';
import { definitions } from '../../../src/markdown/definitions.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { htmlWith } from './with-plugins.ts';

const steps = { remark: [definitions] };

test('a definition that a link or a picture uses is not shown', () => {
  expect(htmlWith('[this][A], ![b]\n\n[a]: https://a.org/\n[b]: ./b.png', steps)).toBe(
    '<p><a href="https://a.org/">this</a>, <img src="./b.png" alt="b"></p>',
  );
});

test('an unused definition is shown as it was written', () => {
  expect(htmlWith('[Editor]: yes\n\n[Guest]: <no> "Never *ever*"', steps)).toBe(
    '<p>[Editor]: yes</p><p>[Guest]: &#x3C;no> "Never *ever*"</p>',
  );
});

test('the second of two definitions with the same label is shown, because links use the first', () => {
  expect(htmlWith('[a]\n\n[a]: https://a.org/\n\n[A]: https://b.org/', steps)).toBe(
    '<p><a href="https://a.org/">a</a></p><p>[A]: https://b.org/</p>',
  );
});

test('a definition with a target that is not allowed is shown, with the brackets of its references', () => {
  expect(
    htmlWith('as the [Editor] said\n\n[Editor]: yes\n\n[a][b]\n\n[b]: javascript:c', steps),
  ).toBe('<p>as the [Editor] said</p><p>[Editor]: yes</p><p>[a][b]</p><p>[b]: javascript:c</p>');
});

test('labels can be names from Object.prototype', () => {
  expect(htmlWith('[__proto__]: a\n[constructor]: b', steps)).toBe(
    '<p>[__proto__]: a</p><p>[constructor]: b</p>',
  );
});

test.each(['[//]: # (a)', '[comment]: <> "a"', "[_]: # 'a'"])(
  'a definition that writers mean as a comment is shown with a warning: %s',
  (line) => {
    const { html, warnings } = renderBody(`b\n\n${line}`, 'en');
    expect(html).toContain(line.slice(0, 3));
    expect(warnings.map((warning) => [warning.line, warning.right])).toEqual([
      [3, expect.stringContaining('write <!-- … -->')],
    ]);
  },
);
