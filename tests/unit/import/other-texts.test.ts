import { expect, test } from 'vitest';
import { convertText } from '../../../src/import/convert.ts';

const options = { standfirst: false, publicationLanguage: 'en' };

function convertLines(text: string) {
  return convertText(Buffer.from(text), options);
}

test.each([
  ['From: Petra Lind <petra@example.org>\nTo: desk@example.org\nSubject: Ferry\n\nText.', 'e-mail'],
  ['Von: Petra Lind\nGesendet: Montag\nAn: Redaktion\nBetreff: Fähre\n\nText.', 'e-mail'],
  ['От: Петра\nКому: редакция\nТема: Паром\n\nТекст.', 'e-mail'],
  ['发件人：林\n收件人：编辑\n主题：渡轮\n\n正文。', 'e-mail'],
  ['<!DOCTYPE html>\n<title>A page</title>\n<p>Text.', 'web page'],
  ['---\ntitle: A\n---\n\nText.', 'front matter'],
  ['+++\ntitle = "A"\n+++\n\nText.', 'front matter'],
  ['<?xml version="1.0"?>\n<rss/>\n', 'XML'],
  ['Head\nText.\n\fGAZETTE 2\nMore.\n\fGAZETTE 3\nEnd.', 'A line repeats at the top'],
  ['Head\nText.\nGAZETTE 1\n\fMore.\nGAZETTE 2\n\fEnd.\nGAZETTE 3', 'repeats at the bottom'],
])('%j is refused by name', (text, kind) => {
  const conversion = convertLines(text);
  expect(!conversion.ok && conversion.faults.map(({ wrong }) => wrong).join()).toContain(kind);
});

test.each(['\v', '\u2028', '\u2029'])('the line break %j separates paragraphs', (lineBreak) => {
  expect(convertLines(`Head\nOne.${lineBreak}Two.`)).toMatchObject({
    markdown: '---\nheadline: Head\n---\n\nOne.\n\nTwo.\n',
  });
});

test.each([
  ['von Max Müller', ['Max Müller']],
  ['Par Anne Roy et Luc Petit', ['Anne Roy', 'Luc Petit']],
  ['Por Ana Gil y Luis Paz', ['Ana Gil', 'Luis Paz']],
  ['Автор: Иван Иванов', ['Иван Иванов']],
  ['Автори: Іван Франко, Леся Коваль', ['Іван Франко', 'Леся Коваль']],
  ['Yazan: Ayşe Kaya ve Can Er', ['Ayşe Kaya', 'Can Er']],
  ['بقلم: ليلى حداد', ['ليلى حداد']],
  ['بقلم: كريم نصر وليلى حداد وأحمد علي', ['كريم نصر', 'ليلى حداد', 'أحمد علي']],
  ['بقلم: كريم نصر، ليلى حداد و أحمد علي', ['كريم نصر', 'ليلى حداد', 'أحمد علي']],
  ['بقلم أحمد وليد', ['أحمد وليد']],
  ['بقلم: أحمد علي وليد حسن', ['أحمد علي وليد حسن']],
  ['بقلم: يوسف وهبي، وليد جنبلاط', ['يوسف وهبي', 'وليد جنبلاط']],
  ['نویسنده: رضا کریمی', ['رضا کریمی']],
  ['लेखक: अमित शाह', ['अमित शाह']],
  ['作者：李伟、王芳', ['李伟', '王芳']],
])('%j is a byline, also below a subtitle', (line, byline) => {
  expect(convertLines(`Head\n${line}\nBody.`)).toMatchObject({ recognised: { byline } });
  expect(convertLines(`Head\nA subtitle\n${line}\nBody.`)).toMatchObject({
    recognised: { byline, standfirst: 'A subtitle', bodyParagraphs: 1 },
  });
});

test.each([
  ['Published: 3 March 2021', 'published'],
  ['Published March 3, 2021', 'published'],
  ['Updated: 2021-03-03', 'updated'],
  ['Stand: 03.03.2021', 'updated'],
  ['Veröffentlicht: 3. März 2021', 'published'],
  ['Publié le 3 mars 2021', 'published'],
  ['Publicado: 3 de marzo de 2021', 'published'],
  ['Publicado em 3 de março de 2021', 'published'],
  ['Опубликовано: 3 марта 2021 г.', 'published'],
  ['Опубліковано: 3 березня 2021 р.', 'published'],
  ['Yayınlanma: 3 Mart 2021', 'published'],
  ['تاريخ النشر: 3 مارس 2021', 'published'],
  ['प्रकाशित: 3 मार्च 2021', 'published'],
  ['发布时间：2021年3月3日', 'published'],
])('%j is a date', (line, key) => {
  expect(convertLines(`Head\nBy Jane Doe\n${line}\nBody.`)).toMatchObject({
    recognised: { [key]: '2021-03-03', bodyParagraphs: 1 },
  });
});

test.each([
  'By Jane Doe\n3 March 2021',
  'March 3, 2021\nBy Jane Doe',
  'By Jane Doe\n\n03.03.2021\n',
  'بقلم: ليلى حداد\n3 مارس 2021',
  'بقلم: ليلى حداد\n٣ مارس ٢٠٢١',
  'بقلم: ليلى حداد\n٣ آذار ٢٠٢١',
  'نویسنده: رضا کریمی\n۳ مارس ۲۰۲۱',
])('%j is a byline with a date', (lines) => {
  expect(convertLines(`Head\n${lines}\nBody.`)).toMatchObject({
    recognised: { published: '2021-03-03', bodyParagraphs: 1, notes: [] },
  });
});

test('a date below a byline is not joined to wrapped lines', () => {
  const text = `Head\n\nBy Jane Doe\n3 March 2021\nThe first boats came back before the sun\nwas up, and nobody spoke much about it.\n\nIt was the coldest morning of the year,\nthe harbour master said on the quay.`;
  expect(convertText(Buffer.from(text), { ...options, paragraphs: 'blank' })).toMatchObject({
    recognised: { published: '2021-03-03', bodyParagraphs: 2 },
  });
});

test.each([
  ['3 March 2021', 'may be a date'],
  ['JANE DOE, Staff writer', 'may be a byline'],
  ['BY JANE DOE', 'may be a byline'],
  ['Stand: 03.03.2021, 14:30 Uhr', 'may be a date'],
  ['Published: 03/04/2021', 'may be a date'],
  ['- 12 -', 'looks like a page number'],
  ['Seite 3 von 9', 'looks like a page number'],
  ['The har\u00ADbour opened.', 'has soft hyphens'],
  ['The harbour mas-', 'ends with a hyphen'],
  ['• Bread', 'starts like an item of a list'],
  ['3) Milk', 'starts like an item of a list'],
])('%j stays in the body, and the report says so', (line, note) => {
  const conversion = convertLines(`Head\n${line}\nBody.`);
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.faults));
  expect(conversion.recognised.notes.join()).toContain(note);
  expect(conversion.recognised.bodyParagraphs).toBe(2);
});
