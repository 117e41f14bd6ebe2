/**
 * The words of the interface, in the languages that it speaks. They are ours, never the article's;
 * a word missing from a language is a type error.
 */
export interface Words {
  /** The link that jumps over the head of the page. */
  readonly skipToContent: string;
  /** The name of the notes at an article's end, for screen readers. */
  readonly footnotes: string;
  /** The name of the link from a note back to its call, for screen readers. `{n}`: the note's number. */
  readonly backToCall: string;
  /** Before the date of the last change. */
  readonly updated: string;
  /** Before the name of the publication where the article appeared first. */
  readonly source: string;
  /** Before the topics of an article. */
  readonly topics: string;
}

const en: Words = {
  skipToContent: 'Skip to content',
  footnotes: 'Footnotes',
  backToCall: 'Back to the text, note {n}',
  updated: 'Updated',
  source: 'Source',
  topics: 'Topics',
};

const table: Readonly<Record<string, Words>> = { en };

/** The interface's words for a language (BCP 47): its own, its base language's, or English. */
export function wordsFor(language: string): Words {
  return table[language] ?? table[new Intl.Locale(language).language] ?? en;
}
