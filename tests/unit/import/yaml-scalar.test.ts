import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/content/yaml/read-front-matter.ts';
import { yamlScalar } from '../../../src/import/markdown/yaml-scalar.ts';

test.each([
  ['Iran’s talks, 143 million & more', 'Iran’s talks, 143 million & more'],
  ['© Sputnik / Министерство/', '© Sputnik / Министерство/'],
  ['《示例》', '《示例》'],
  ['Iran: the talks', '"Iran: the talks"'],
  ['Number#1', 'Number#1'],
  ['A #1', '"A #1"'],
  ['"No," he said', `'"No," he said'`],
  ['a: \\*b\\*', String.raw`'a: \*b\*'`],
  ['1984', '"1984"'],
  ['No', '"No"'],
  ['2023-09-19', '"2023-09-19"'],
  ['- a', '"- a"'],
  ['a\uFEFFb', String.raw`"a\ufeffb"`],
])('%j is written as %s', (text, yaml) => {
  expect(yamlScalar(text)).toBe(yaml);
});

test('every text of one line is read back unchanged', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...':#-?[]{},&*!|>\'"%@`~=<\\ \t/.'.split(''),
          ': ',
          ' #',
          '---',
          '...',
          'a',
          '1',
          '\u00A0',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('').replaceAll(/[\n\r]/g, ''));
  fc.assert(
    fc.property(text, (value) => {
      const yaml = readFrontMatter(`---\nkey: ${yamlScalar(value)}\nnext: x\n---\n`);
      expect(yaml.ok && yaml.value.data).toEqual({ key: value, next: 'x' });
    }),
    { numRuns: 3000 },
  );
});
