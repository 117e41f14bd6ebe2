/** What `npm run import -- --help` prints. */
export const HELP = `Turns article texts into articles: content/articles/<slug>.md, ready to build.

  npm run import -- FILE…            files; folders stand for the .txt files in them
  npm run import -- - < talks.txt    standard input

A text begins with its headline. What follows is the body, paragraph by paragraph, except:
  caption and credit   A line such as "© Reuters" or "Photo: Jane Doe" right below the headline is
                       the credit of a picture. The line before it, if it is not the headline, is
                       the picture's caption.
  byline               A line such as "By Jane Doe and Li Wei".
  dateline             "TEHRAN, September 19, 2023 —" at the beginning of the body.
What was recognised is printed, so that a wrong guess is seen at once.

Options
  --standfirst         The first paragraph after headline, caption and credit is the standfirst.
  --paragraphs lines   Every line is a paragraph.
  --paragraphs blank   Blank lines part paragraphs; the lines between are wrapped.
                       Without this option the text itself decides.
  --encoding NAME      The encoding of texts that are not UTF-8 and have no byte order mark:
                       windows-1251, windows-1252, koi8-r, gb18030, shift_jis, …
  --language TAG       The language of the articles, where it is not the publication's: ru, zh-Hans.
  --dry-run            Print what would be written, and write nothing.
  --force              Write over an article that has the same address.
  --json               Print one report for programs instead of lines for people.
  --help               Print this.

Nothing is written unless reading the file back gives exactly the words of the text. An article that
is there already stays as it is; another with the same headline is named <slug>-2. Texts that cannot
be imported are named at the end, the others are imported, and the exit code is 1.
`;
