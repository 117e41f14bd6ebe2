import { describe, expect, test } from 'vitest';
import { definitions } from '../../../src/markdown/definitions.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { withoutComments } from '../../../src/markdown/without-comments.ts';
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

describe('a definition that writers mean as a comment', () => {
  test.each([
    '[//]: # (SECRET)',
    '[comment]: <> "SECRET\nSECRET"',
    '[SECRET *a*]: #',
    '> [_]: # (SECRET)',
    '- a\n\n  [//]: # (SECRET)\n  [//]: # (SECRET)',
    'a\n\n[//]: # (SECRET)\na',
  ])('is left out of the page and of the Markdown copy, with a warning: %j', (markdown) => {
    const body = `b\n\n${markdown}\n\nc`;
    const { warnings, faults, ...rendered } = renderBody(body, 'en');
    expect(faults).toEqual([]);
    expect(JSON.stringify(rendered)).not.toContain('SECRET');
    expect(withoutComments(`\uFEFF${body}`, 'body')).not.toContain('SECRET');
    expect(warnings.map(({ wrong }) => wrong).join()).toMatch(/^The comment .*SECRET/);
  });

  test('is named with its line, and how to show it', () => {
    expect(renderBody('b\n\n[//]: # (a)', 'en').warnings).toEqual([
      {
        line: 3,
        wrong: 'The comment is left out: [//]: # (a)',
        right: 'To show it to readers, write \\[ in place of [.',
      },
    ]);
  });

  test.each(['a\n[//]: # (b)', 'a  \n> [//]: # b', '[comment]: <> (b', '[c]: # *b* c'])(
    'is an error if Markdown would show it: %j',
    (markdown) => {
      const { faults } = renderBody(`a\n\n${markdown}`, 'en');
      expect(faults.map(({ right }) => right)).toEqual([
        expect.stringContaining('write <!-- … -->'),
      ]);
      expect(faults[0]?.line).toBe(2 + markdown.split('\n').length);
    },
  );

  test.each(['\\[//]: # (b)', '`[//]: # (b)`', '    [//]: # b'])(
    'is text or a link otherwise: %j',
    (markdown) => {
      const { faults, warnings } = renderBody(markdown, 'en');
      expect([faults, warnings, withoutComments(markdown, 'body')]).toEqual([[], [], markdown]);
    },
  );
});

describe('what begins a comment in other tools is a warning', () => {
  test.each(['{/* b */}', '{{/* b */}}', '{# b #}', '{% comment %}', '{>> b <<}', '%%b%%'])(
    '%s',
    (comment) => {
      expect(renderBody(`a\n*a* ${comment}`, 'en').warnings).toEqual([
        expect.objectContaining({
          line: 2,
          right: expect.stringContaining('<!-- … -->') as unknown,
        }),
      ]);
      const shown = [`\`${comment}\``, comment.replace(/./, '\\$&'), '50%% {#a} {%b%}'];
      expect(renderBody(shown.join(' '), 'en').warnings).toEqual([]);
    },
  );
});
