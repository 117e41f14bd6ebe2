import { FORMAT_DESCRIPTIONS } from '../import/formats/format-names.ts';

/** The output of `npm run import -- --formats`. */
export function formatList(): string {
  const lines = Object.entries(FORMAT_DESCRIPTIONS).map(
    ([name, description]) => `  ${name.padEnd(10)}${description}`,
  );
  return `The formats, which are told by the content of a file:\n${lines.join('\n')}\n`;
}

/** The output of `npm run import -- --help`. */
export const HELP = `Imports texts and documents as articles: content/articles/<slug>.md, ready to build.

  npm run import -- FILE…            files, or folders with them
  npm run import -- - < talks.txt    standard input
  npm run import -- --formats        lists the formats

A plain text starts with its headline. What follows is the body, except:
  caption and credit   A line such as "© Reuters" or "Photo: Jane Doe" below the headline is the
                       credit of a picture. A line between the two is the caption.
  byline               A line such as "By Jane Doe and Li Wei".
  dateline             "TEHRAN, September 19, 2023 —" at the start of the body.
The command prints what it recognised, so that you notice wrong guesses.

Options
  --standfirst         Use the first paragraph after headline, caption, credit and byline as the
                       standfirst.
  --from FORMAT        Read all files as this format, whatever their content says.
  --media DIR          A folder with pictures that documents name.
  --accept-omissions   Import documents although text or pictures of them would be left out.
  --report FILE        Write what was kept, moved and omitted to a JSON file.
  --paragraphs lines   Every line is a paragraph.
  --paragraphs blank   Blank lines separate paragraphs; the lines between are wrapped.
                       By default, the text itself decides.
  --encoding NAME      The encoding of texts that are not UTF-8 and have no byte order mark:
                       windows-1251, windows-1252, koi8-r, gb18030, shift_jis, …
  --language TAG       The language of the articles, if it is not the publication's: ru, zh-Hans.
  --dry-run            Print what would be written, and write nothing.
  --force              Replace articles that have the same address.
  --json               Print one JSON report instead of lines for people.
  --help               Print this help.

A file is only written if the site would show exactly the words of the text. An article that you
have imported before stays as it is; a different one with the same headline becomes <slug>-2.
Problems are listed at the end, and do not keep other texts from being imported. The exit code is
then 1.
`;
