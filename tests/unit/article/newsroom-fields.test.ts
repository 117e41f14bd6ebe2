import { expect, test } from 'vitest';
import { read } from '../content/validate-front-matter.ts';

test('an article can have a kicker, key points, a form and corrections', () => {
  expect(
    read(
      'headline: A\nkicker: B\nkeyPoints: [C, D]\nform: opinion\ncorrections: [{ date: 2024-03-04, text: E }]',
    ),
  ).toEqual({
    headline: 'A',
    kicker: 'B',
    keyPoints: ['C', 'D'],
    form: 'opinion',
    corrections: [{ date: '2024-03-04', text: 'E' }],
  });
});

test.each([
  ['form: Opinion', 'line 3, form: "Opinion" is not a form.'],
  ['form: column', 'Write one of them: news, opinion,'],
  ['keyPoints: []', 'The list is empty.'],
  ['corrections: [{ date: 4 March, text: A }]', 'line 3, corrections[1].date: "4 March" is not'],
  ['corrections: [{ date: 2024-03-04 }]', 'The key "corrections[1].text" is missing.'],
  ['corrections: [{ day: 2024-03-04 }]', '"corrections[1]" has no key "day".'],
  ['kicker: ""', 'The value is empty.'],
])('an error in %s is explained', (yaml, message) => {
  expect(read(`headline: A\n${yaml}`)).toContain(message);
});
