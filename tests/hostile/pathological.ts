/*
 * Bodies that are slow to parse. In both records, the first group comes from
 * `test/pathological_tests.py` of cmark-gfm, in its sizes. The second stalled or broke this pipeline.
 */

/** Bodies that take more than four seconds without a time limit. */
export const ENDLESS: Readonly<Record<string, string>> = {
  'nested strong emphasis': `${'*a **a '.repeat(65_000)}b${' a** a*'.repeat(65_000)}`,
  'emphasis closed, never opened': 'a_ '.repeat(65_000),
  'links closed, never opened': 'a]'.repeat(65_000),
  'openers and closers that do not match': '*a_ '.repeat(50_000),
  'openers and closers in threes': `a**b${'c* '.repeat(50_000)}`,
  'links opened, emphasis closed': '[ a_'.repeat(50_000),
  'brackets and parentheses': '[ (]('.repeat(80_000),
  'nested brackets': `${'['.repeat(50_000)}a${']'.repeat(50_000)}`,
  'nested quotations': `${'> '.repeat(50_000)}a`,
  'lists 1,000 deep': lines(1000, (n) => `${'  '.repeat(n)}* a`),
  'links left open, in angle brackets': '[a](<b'.repeat(30_000),
  'links left open': '[a](b'.repeat(30_000),
  'many references': `${lines(80_000, (n) => `[${n}]: u`)}\n\n${'[0] '.repeat(5000)}`,
  'definitions with calls that fail': lines(50_000, (n) => `[x${n}]: /url\n\n[bad]\n`),

  '5,000 footnotes': lines(5000, (n) => `a[^${n}]\n\n[^${n}]: n\n`),
  'comments that are never closed': '<!--'.repeat(50_000),
  '2,000 comments, each over two paragraphs': 'a <!--\n\n-->'.repeat(2000),
  '50,000 comments, each over two paragraphs': 'a <!--\n\n-->'.repeat(50_000),
  '50,000 lines with a comment each': 'a <!-- b -->\n\n'.repeat(50_000),
  'CDATA that is never closed': '<![CDATA['.repeat(50_000),
  'instructions that are never closed': '<?'.repeat(50_000),
  'declarations that are never closed': '<!A'.repeat(50_000),
  'runs of 100,000 asterisks': `${'*'.repeat(100_000)}a${'*'.repeat(100_000)}`,
  '30,000 items': '- a\n'.repeat(30_000),
  'deletions closed, never opened': 'a~~ '.repeat(30_000),
  'half a million empty lines': `${'\n'.repeat(500_000)}a`,
  'the longest body, of empty lines': '\n'.repeat(1_200_000),
  'pictures in the words of pictures': `${'!['.repeat(2000)}a${'](b)'.repeat(2000)}`,
};

/** All slow bodies. */
export const PATHOLOGICAL: Readonly<Record<string, string>> = {
  ...ENDLESS,

  'emphasis opened, never closed': '_a '.repeat(65_000),
  'links opened, never closed': '[a'.repeat(65_000),
  'a hard case of link and emphasis': '**x [a*b**c*](d)',
  'lengthening runs of backticks': Array.from(
    { length: 4999 },
    (_, n) => `e${'`'.repeat(n + 1)}`,
  ).join(''),
  'tables with carriage returns': 'aaa\rbbb\n-\v\n'.repeat(30_000),

  '2,000 > without spaces': `${'>'.repeat(2000)}a`,
  '2,000 list markers on a line': `${'- '.repeat(2000)}a`,
  '300 lines of 90 quotations': `${'> '.repeat(90)}a\n`.repeat(300),
  '300 lines of 45 lists': `${'- '.repeat(45)}a\n`.repeat(300),
  'one footnote, called 20,000 times': `${'a[^1] '.repeat(20_000)}\n\n[^1]: n`,
  'footnotes within footnotes': lines(200, (n) => `${'    '.repeat(n)}[^${n}]: a\n`),
  'a table of 5,000 columns': `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b'.repeat(5000)}|`,
  'a table of 500 columns, its rows almost empty': `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'|b|\n'.repeat(1000)}`,
  'a table with one long row': `|a|\n|-|\n|${'b|'.repeat(5000)}\n${'|b|\n'.repeat(2000)}`,
  'tags that are never closed': '<span>'.repeat(50_000),
  'tags that close others': `${'<span>'.repeat(20_000)}${'</q>'.repeat(20_000)}`,
  'tags in tags': `${'<span>'.repeat(5000)}a${'</span>'.repeat(5000)}`,
  '50,000 comments': '<!---->'.repeat(50_000),
  '50,000 comments that end where they begin': '<!-->'.repeat(50_000),
  'links in the words of links': `${'['.repeat(2000)}a${'](b)'.repeat(2000)}`,
  '20,000 equal headings': '## a\n\n'.repeat(20_000),
  '50,000 fences': '```\n'.repeat(50_000),
  '30,000 line breaks': 'a  \n'.repeat(30_000),
  '10,000 pictures': '![a](./a.gif)\n\n'.repeat(10_000),
  'seven million characters': 'a'.repeat(7_000_000),
  'a million characters of words': 'word '.repeat(200_000).slice(0, 1_000_000),
  'parentheses that are never closed': `[a](${'('.repeat(50_000)}`,
  // This needs the most memory for its length.
  'the longest body, of backslashes': '\\*'.repeat(600_000),
};

const SENTENCE = 'The council met again, and nobody in the lower town had heard of it before. ';

/** Long bodies that someone could publish. */
export const LONG: Readonly<Record<string, string>> = {
  'a novel of a million characters': `${SENTENCE.repeat(8)}\n\n“*No*,” she said.\n\n`
    .repeat(2000)
    .slice(0, 1_000_000),
  'a novel in lines of 80 characters': `${`${SENTENCE}\n`.repeat(10)}\n`
    .repeat(2000)
    .slice(0, 1_000_000),
  'a paragraph of 5,001 lines with one |': lines(5001, (n) => (n === 2500 ? 'a | b' : 'a line')),
  '50,000 short lines': `${'a line\n'.repeat(19)}\n`.repeat(2500),
  '1,000 footnotes': lines(1000, (n) => `${SENTENCE}[^${n}]\n\n[^${n}]: ${SENTENCE}\n`),
  'a table of 10,000 cells': `|a|b|c|d|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(2500)}`,
  'a list of 4,000 items': '- an item\n'.repeat(4000),
  '100 comments, each over two paragraphs': `${SENTENCE}<!--\n\n-->\n\n`.repeat(100),
  '4,000 headings': lines(4000, (n) => `## Part ${n}\n\n${SENTENCE}\n`),
};

function lines(length: number, line: (n: number) => string): string {
  return Array.from({ length }, (_, n) => line(n)).join('\n');
}
