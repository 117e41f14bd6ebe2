import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render.ts';

const faultsOf = (body: string) =>
  renderBody(body, 'en').faults.map(({ line, right }) => `${line}: ${right}`);

describe('a path with spaces is a fault that says how to write it', () => {
  test.each([
    ['![K](Foto Müller am Kai.JPG "K")', '![K](<Foto Müller am Kai.JPG> "K")'],
    ['![](my photo.png)', '![](<my photo.png>)'],
    ['![A](./my photo.png )', '![A](<./my photo.png>)'],
    ['![K](photo (1).jpg)', '![K](<photo (1).jpg>)'],
    ['[the report](Annual report 2023.pdf)', '[the report](<Annual report 2023.pdf>)'],
    ['[see](other article.md)', '[see](<other article.md>)'],
    ['> - ![K](a b.heic)', '![K](<a b.heic>)'],
  ])('%s', (body, right) => {
    const [first = '', ...others] = faultsOf(`One\n\nTwo\n${body}`.replace('Two\n>', 'Two\n\n>'));
    expect(others).toEqual([]);
    expect(first).toMatch(/^[45]: Put the path in angle brackets: /);
    expect(first).toContain(right);
  });
});

test.each([
  'He said [sic] (see page 3.)',
  '[the council](see above)',
  '`![K](a b.jpg)`',
  '!\\[K](a b.jpg)',
  '\\!\\[K](a b.jpg)',
  '    ![K](a b.jpg)',
])('text that is not a path is allowed: %s', (body) => {
  expect(faultsOf(body)).toEqual([]);
});
