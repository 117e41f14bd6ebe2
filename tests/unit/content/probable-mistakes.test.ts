import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/content/parse-article.ts';

function parse(keys: string) {
  const text = `---\nheadline: A\n${keys}\n---\nThe body.\n`;
  const parsing = parseArticle('a.md', Buffer.from(text), 'en');
  const { warnings } = parsing;
  return { warnings, problems: parsing.ok ? [] : parsing.problems };
}

describe('front matter that is probably a mistake is a warning with the right line', () => {
  test.each([
    ['topics: Council, Budget', 'topics: [Council, Budget]'],
    ['topics: Council; Budget', 'topics: [Council, Budget]'],
    ['byline: Jane Doe and Max Müller', 'byline: [Jane Doe, Max Müller]'],
    ['byline: Jane Doe, Max Müller und Ivan', 'byline: [Jane Doe, Max Müller, Ivan]'],
    ['byline: Иван Иванов и Max', 'byline: [Иван Иванов, Max]'],
    ['byline: 王小明、李雷', 'byline: [王小明, 李雷]'],
    ['topics: [council, COUNCIL]', 'topics: [council]'],
    ['topics: [Budget, COVID-19, Covid 19]', 'topics: [Budget, COVID-19]'],
    ['byline: [Jane Doe, JANE DOE]', 'byline: [Jane Doe]'],
    ['topics: “Council”', 'topics: [Council]'],
    ['topics: [“Council”, Budget]', 'topics: [Council, Budget]'],
    ['byline: „Jane Doe“', 'byline: [Jane Doe]'],
    ['byline: By Jane Doe', 'byline: [Jane Doe]'],
    ['byline: [by Jane Doe, Li Wei]', 'byline: [Jane Doe, Li Wei]'],
    ['byline: Von Max Müller und Jane Doe', 'byline: [Max Müller, Jane Doe]'],
    ['byline: Par Anne Le Goff', 'byline: [Anne Le Goff]'],
    ['byline: por Ana Díaz y Juan Gil', 'byline: [Ana Díaz, Juan Gil]'],
    ['byline: "Автор: Иван Иванов"', 'byline: [Иван Иванов]'],
    ['byline: "Автори: Іван Франко та Леся Українка"', 'byline: [Іван Франко, Леся Українка]'],
    ['byline: "Yazar: Ayşe Yılmaz"', 'byline: [Ayşe Yılmaz]'],
    [
      'topics: [المجلس، النقل]',
      'topics: [المجلس, النقل] — if it is one, write topics: ["المجلس، النقل"]',
    ],
    ['byline: [王小明、李雷, Max]', 'byline: [王小明, 李雷, Max]'],
    ['byline: كريم نصر وليلى حداد', 'byline: [كريم نصر, ليلى حداد]'],
    ['byline: بقلم أحمد علي', 'byline: [أحمد علي]'],
    ['byline: "نویسنده: علی رضایی"', 'byline: [علی رضایی]'],
    ['byline: "लेखक: अमित कुमार"', 'byline: [अमित कुमार]'],
    ['byline: 作者：王小明', 'byline: [王小明]'],
    ['byline: 記者：王小明、李雷', 'byline: [王小明, 李雷]'],
  ])('%s', (line, right) => {
    const { warnings, problems } = parse(`dateline: B\n${line}`);
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ line: 4, right: expect.stringContaining(right) as unknown }]);
  });

  test.each([
    'topics: ["Council, Budget"]',
    'topics: [Council, Budget]',
    'topics: ["المجلس، النقل", Budget]',
    'byline: أحمد علي وليد حسن',
    'byline: يوسف وهبي',
    'byline: [Jane Doe and Max Müller]',
    'byline: Andrew Andersen',
    'byline: Sinéad O’Connor',
    'byline: Von Miller',
    'byline: By The Editors of 1984',
    'byline: [وليد بن طلال, 记者站]',
    'topics: [C, C++]',
  ])('but not %s', (line) => {
    expect(parse(line)).toEqual({ warnings: [], problems: [] });
  });
});

describe('a mistake in front matter is explained with what to write', () => {
  test.each([
    ['standfirst: “The quay: a love story”', 'standfirst: "The quay: a love story"'],
    ['standfirst: “The quay: a love story”', 'curly quotes'],
    ['published: 3 March 2026', '2026-03-03'],
    ['published: March 3, 2026', '2026-03-03'],
    ['published: 3. März 2026', '2026-03-03'],
    ['published: 3 марта 2026 г.', '2026-03-03'],
    ['published: ٣ مارس ٢٠٢٦', '2026-03-03'],
    ['published: ३ मार्च २०२६', '2026-03-03'],
    ['published: 03.04.2026', '2026-04-03'],
    ['published: 2026/3/3', '2026-03-03'],
    ['published: 2026年3月3日', '2026-03-03'],
    ['published: “2026-03-03”', '2026-03-03'],
    ['published: 3/4/2026', 'Write a date, 2023-09-19'],
    ['published: 30 February 2026', 'Write a date, 2023-09-19'],
    ['image: { file: a.heic, alt: b }', 'Export it as JPEG'],
    ['image: { file: a.svg, alt: b }', 'Export it as PNG'],
  ])('%s', (line, right) => {
    const { problems } = parse(`dateline: B\n${line}`);
    expect(problems).toMatchObject([{ line: 4 }]);
    expect(JSON.stringify(problems).replaceAll('\\"', '"')).toContain(right);
  });
});
