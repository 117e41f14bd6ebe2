import { expect, test } from 'vitest';
import { convertText } from '../../../src/import/convert.ts';

function recognised(text: string, options = {}) {
  const conversion = convertText(Buffer.from(text), {
    standfirst: false,
    publicationLanguage: 'en',
    ...options,
  });
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.faults));
  return conversion.recognised;
}

test.each([
  '© Reuters',
  '(c) AP / Jane Doe',
  'Photo: Jane Doe',
  'PHOTO CREDIT: NASA',
  'Image: ESA',
  'Photo by Jane Doe',
  'Courtesy of the museum',
  'Фото: ТАСС',
  'Crédit photo : AFP',
  'Foto: EFE',
  'Bildnachweis: dpa',
  '图片来源：新华社',
  'عکس: ایرنا',
])('%j is a credit, and the line above it the caption', (credit) => {
  expect(recognised(`Head\nCaption.\n${credit}\nBody.`)).toMatchObject({
    caption: 'Caption.',
    credit,
    bodyParagraphs: 1,
  });
  const directly = recognised(`Head\n${credit}\nBody.`);
  expect(directly).toMatchObject({ headline: 'Head', credit, bodyParagraphs: 1 });
  expect(directly.caption).toBeUndefined();
});

test.each([
  'Photographs were shown at the meeting.',
  'Creditors met in London.',
  'Imagine: a port without ships.',
  `© ${'A long paragraph that only begins like a credit. '.repeat(8)}`,
])('%j is not a credit', (line) => {
  expect(recognised(`Head\nFirst.\n${line}\nLast.`)).not.toHaveProperty('credit');
});

test('a credit further down stays in the body, with the line above it', () => {
  expect(recognised('Head\nFirst.\nSecond.\n© Agency\nLast.')).toMatchObject({ bodyParagraphs: 4 });
});

test.each([
  ['By Jane Doe', ['Jane Doe']],
  ['By Jane Doe and Li Wei', ['Jane Doe', 'Li Wei']],
  [
    'By Ana de la Cruz, J. R. O’Hara and Jean-Luc Étoile',
    ['Ana de la Cruz', 'J. R. O’Hara', 'Jean-Luc Étoile'],
  ],
])('%j is a byline', (line, names) => {
  expect(recognised(`Head\n${line}\nBody.`)).toMatchObject({ byline: names, bodyParagraphs: 1 });
});

test.each([
  'By the sea',
  'By Tuesday',
  'By Jane Doe, who was there',
  'By Jane Doe.',
  'By and by',
  'BY JANE DOE',
])('%j stays in the body, because it could say something else', (line) => {
  const { byline, bodyParagraphs } = recognised(`Head\n${line}\nBody.`);
  expect({ byline, bodyParagraphs }).toEqual({ bodyParagraphs: 2 });
});

test('the standfirst is the paragraph after headline, caption, credit and byline', () => {
  const text = 'Head\nCaption.\n© Agency\nBy Jane Doe\nSummary.\nBody.';
  expect(recognised(text, { standfirst: true })).toMatchObject({ standfirst: 'Summary.' });
  expect(recognised(text)).toMatchObject({ bodyParagraphs: 2 });
});

test.each([
  ['TEHRAN, September 19, 2023 — Text.', 'en', 'TEHRAN', '2023-09-19'],
  ['New York, 19 September 2023 – Text.', 'en-GB', 'New York', '2023-09-19'],
  ['Москва, 19 сентября 2023 г. — Текст.', 'ru', 'Москва', '2023-09-19'],
])('%j starts with a dateline', (paragraph, language, dateline, published) => {
  expect(recognised(`Head\n${paragraph}`, { language })).toMatchObject({ dateline, published });
});

test.each([
  'TEHRAN, Sept. 19, 2023 — A month that the page would write differently.',
  'TEHRAN, September 19 — No year.',
  'TEHRAN, September 31, 2023 — No such day.',
  'TEHRAN — No date.',
  'the city, September 19, 2023 — No name.',
  'TEHRAN, September 19, 2023 —',
])('%j has no dateline', (paragraph) => {
  expect(recognised(`Head\n${paragraph}`)).not.toHaveProperty('dateline');
});

const WRAPPED = `The first boats came back before the sun was up. On the quay
the buyers were waiting already, wrapped in their coats, and
nobody spoke much.

It was the coldest morning of the year, the harbour master
said, and the ice lay thick on the ropes.`;

test('wrapped lines are joined into a paragraph; lines that end sentences are paragraphs', () => {
  expect(recognised(`Head\n\n${WRAPPED}`)).toMatchObject({
    paragraphStyle: 'blank',
    bodyParagraphs: 2,
  });
  const lines = 'One sentence.\nAnother one.\n\nA third.\nAnd a fourth one.';
  expect(recognised(`Head\n\n${lines}`)).toMatchObject({
    paragraphStyle: 'lines',
    bodyParagraphs: 4,
  });
  const long = `${'A paragraph on one line. '.repeat(20)}\n`.repeat(3);
  expect(recognised(`Head\n\n${long}\n${long}`)).toMatchObject({
    paragraphStyle: 'lines',
    bodyParagraphs: 6,
  });
});

test('--paragraphs overrides the detected style', () => {
  expect(recognised(`Head\n\n${WRAPPED}`, { paragraphs: 'lines' })).toMatchObject({
    bodyParagraphs: 5,
  });
  const lines = 'Head\n\nOne sentence.\nAnother one.';
  expect(recognised(lines, { paragraphs: 'blank' })).toMatchObject({ bodyParagraphs: 1 });
});

test('wrapped Chinese lines are joined without a space', () => {
  const conversion = convertText(Buffer.from('港口的\n清晨\n\n港口在清晨\n醒来 and\nsleeps'), {
    paragraphs: 'blank',
    standfirst: false,
    publicationLanguage: 'zh',
  });
  expect(conversion).toMatchObject({
    markdown: '---\nheadline: 港口的清晨\n---\n\n港口在清晨醒来 and\nsleeps\n',
  });
});

test('a long headline and indented lines are noted', () => {
  expect(recognised(`${'H'.repeat(301)}\n  Body.\n\tMore.`).notes).toEqual([
    'The headline has 301 characters. Does the text start with a headline?',
    '2 lines are indented. The indentation was removed: pages do not show it.',
  ]);
});
