import { onceForEach } from './once-for-each.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-hant.ts';

/**
 * The words of the interface, in the languages that it speaks: one file a language in `words/`. They
 * are ours, never the article's; a word missing from a language is a type error. `{n}` and the like
 * are places for what is known only later. None depends on a number's plural: counts are written as
 * `Results: 3`, and units of time by `Intl`.
 */
export interface Words {
  /** The language that these words are in (BCP 47), for a `lang` where the page's is another. */
  readonly language: string;

  /** The link that jumps over the head of the page. */
  readonly skipToContent: string;
  /** The publication's first page, as the target of a link. */
  readonly frontPage: string;
  /** The name of the links to the parts of the publication, for screen readers. */
  readonly siteNavigation: string;

  /** The name of the notes at an article's end, for screen readers. */
  readonly footnotes: string;
  /** The name of one of them, where it opens beside its call. */
  readonly footnote: string;
  /** The name of the link from a note back to its call, for screen readers. `{n}`: the note's number. */
  readonly backToCall: string;
  /** Before the date of the last change. */
  readonly updated: string;
  /** Before the name of the publication where the article appeared first. */
  readonly source: string;
  /** Before the topics of an article; also the heading of the overview of topics. */
  readonly topics: string;
  /** How long reading takes. `{time}`: a number of minutes, by `Intl`. */
  readonly readingTime: string;
  /** The table of contents of a long article. */
  readonly contents: string;

  /** The button that opens the reader's settings, and their heading. */
  readonly settings: string;
  readonly theme: string;
  /** The theme that the system asks for. */
  readonly automatic: string;
  readonly light: string;
  readonly sepia: string;
  readonly dark: string;
  readonly black: string;
  readonly textSize: string;
  /** The length of lines, which typographers call the measure. */
  readonly measure: string;
  /** The space from line to line. */
  readonly lineHeight: string;
  readonly letterSpacing: string;
  readonly wordSpacing: string;
  readonly typeface: string;
  readonly serif: string;
  readonly sansSerif: string;
  readonly monospace: string;
  /** The typeface whose letters are easier to tell apart, for dyslexic readers. */
  readonly easyToTellApart: string;
  /** Lines of equal length. */
  readonly justified: string;
  readonly hyphenation: string;
  /** Puts every setting back as it was. */
  readonly reset: string;
  readonly close: string;

  /** Starts to read the article aloud. */
  readonly listen: string;
  readonly pause: string;
  /** Goes on reading aloud after a pause. */
  readonly resume: string;
  readonly stop: string;
  /** How fast it is read aloud. */
  readonly speed: string;
  readonly share: string;
  /** Copies a link to the words that are selected. */
  readonly copyLink: string;
  /** In its place, once that is done. */
  readonly linkCopied: string;

  /** All articles, by year and month. */
  readonly archive: string;
  /** The articles that nobody dated, in the archive. */
  readonly undated: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  /** `{n}`: the page's number, `{total}`: how many there are. */
  readonly pageOf: string;
  readonly previousArticle: string;
  readonly nextArticle: string;
  readonly relatedArticles: string;
  /** The article as a Markdown file, to take along. */
  readonly asMarkdown: string;

  /** The page, the field and the button. */
  readonly search: string;
  /** What is searched, as the field's name. */
  readonly searchArticles: string;
  /** While the search is under way. */
  readonly searching: string;
  /** `{n}`: how many. */
  readonly searchResults: string;
  /** `{query}`: what was looked for. */
  readonly nothingFound: string;
  /** In place of the field, where scripts do not run or the page was opened as a file. */
  readonly searchUnavailable: string;

  readonly pageNotFound: string;
  /** Below that: what may have happened. */
  readonly pageNotFoundReason: string;
  /** The mark of an article that is kept for reading without a network. */
  readonly saved: string;
  /** When a page was asked for that is not kept. */
  readonly offline: string;
}

/** By language, or by language and script where a language is written in more than one. */
const table: Readonly<Record<string, Words>> = {
  ar,
  de,
  en,
  es,
  fa,
  fr,
  hi,
  pt,
  ru,
  tr,
  uk,
  zh,
  'zh-Hant': zhHant,
};

/** The interface's words for a language (BCP 47), by its likely script; in English if it has none. */
export const wordsFor = onceForEach((language): Words => {
  const { language: base, script } = new Intl.Locale(language).maximize();
  return table[`${base}-${script ?? ''}`] ?? table[base] ?? en;
});
