import { memoize } from './memoize.ts';
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
 * The texts of the interface. Each language has a file in this folder, and a missing text is a type
 * error. `{n}` and the like are placeholders. No text depends on plural rules: counts are written as
 * `Results: 3`, and `Intl` formats units of time.
 */
export interface Words {
  /** The language of these texts (BCP 47), for the `lang` attribute on pages in another language. */
  readonly language: string;

  /** Link past the header of the page. */
  readonly skipToContent: string;
  /** Link to the front page. */
  readonly frontPage: string;
  /** Label of the links to the sections of the publication, for screen readers. */
  readonly siteNavigation: string;
  /** Label of the publisher's links above a page, for screen readers. */
  readonly navigation: string;

  /** Title of the key points above an article. */
  readonly keyPoints: string;
  /** Title of the corrections of an article, and of the page of all of them. */
  readonly corrections: string;
  /** Before a correction in a feed. */
  readonly correction: string;
  /** Shown with its date on an article that has expired. */
  readonly expired: string;
  /** Label of the links to translations of an article, for screen readers. */
  readonly otherLanguages: string;
  /** Before the name of a series, in a feed. */
  readonly series: string;
  /** The place of an article in a series. `{n}`: the number of the part. `{total}`: the number of parts. */
  readonly partOf: string;
  /** Title of the page at an old address of an article. */
  readonly moved: string;
  /** The forms of journalism, as labels above a headline. */
  readonly opinion: string;
  readonly analysis: string;
  readonly review: string;
  readonly interview: string;
  readonly obituary: string;
  readonly photo: string;
  readonly brief: string;

  /** Link to a picture of a gallery in full size, if the picture has no alternative text. */
  readonly openPicture: string;
  /** Opens the words of a recording. */
  readonly transcript: string;

  /** Label of the footnotes at the end of an article, for screen readers. */
  readonly footnotes: string;
  /** Label of an open footnote. */
  readonly footnote: string;
  /** Label of the link from a footnote back to its call. `{n}`: the number of the footnote. */
  readonly backToCall: string;
  /** Before the date of the last update. */
  readonly updated: string;
  /** Before the name of the publication where the article first appeared. */
  readonly source: string;
  /** Before the topics of an article, and the title of the page of all topics. */
  readonly topics: string;
  /** `{time}`: a number of minutes, formatted by `Intl`. */
  readonly readingTime: string;
  /** Title of the table of contents. */
  readonly contents: string;

  /** Button that opens the reader's settings, and their title. */
  readonly settings: string;
  readonly theme: string;
  /** The theme of the system. */
  readonly automatic: string;
  readonly light: string;
  readonly sepia: string;
  readonly dark: string;
  readonly black: string;
  readonly textSize: string;
  /** Line length. */
  readonly measure: string;
  /** Line height. */
  readonly lineHeight: string;
  readonly letterSpacing: string;
  readonly wordSpacing: string;
  readonly typeface: string;
  readonly serif: string;
  readonly sansSerif: string;
  readonly monospace: string;
  /** A typeface for dyslexic readers. */
  readonly easyToTellApart: string;
  /** Justified text. */
  readonly justified: string;
  readonly hyphenation: string;
  /** Button that resets all settings. */
  readonly reset: string;
  readonly close: string;

  /** Button that starts reading the article aloud. */
  readonly listen: string;
  readonly pause: string;
  /** Button that continues reading aloud. */
  readonly resume: string;
  readonly stop: string;
  /** Buttons of the player. */
  readonly previousParagraph: string;
  readonly nextParagraph: string;
  /** Label of the speed of reading aloud. */
  readonly speed: string;
  readonly share: string;
  /** Button that copies the address of the page. */
  readonly copyLink: string;
  /** Button that copies a link to the selected text. */
  readonly copySelectionLink: string;
  /** These buttons, after they have copied the link. */
  readonly linkCopied: string;

  /** Title of the archive: all articles by year and month. */
  readonly archive: string;
  /** Heading for articles without a date, in the archive. */
  readonly undated: string;
  readonly newerArticles: string;
  readonly olderArticles: string;
  /** `{n}`: the number of the page. `{total}`: the number of pages. */
  readonly pageOf: string;
  readonly previousArticle: string;
  readonly nextArticle: string;
  readonly relatedArticles: string;
  /** Link to the article as a Markdown file. */
  readonly asMarkdown: string;

  /** Title of the search page, and its button. */
  readonly search: string;
  /** Label of the search field. */
  readonly searchArticles: string;
  /** Shown during a search. */
  readonly searching: string;
  /** `{n}`: the number of results. */
  readonly searchResults: string;
  /** `{query}`: the query. */
  readonly nothingFound: string;
  /** Shown after an error. */
  readonly searchFailed: string;
  /** Button that repeats a search after an error. */
  readonly tryAgain: string;
  /** Heading of words to search for instead of those in a query without results. */
  readonly similarWords: string;
  /** Heading of articles to read instead of searching. */
  readonly newestArticles: string;
  /** Shown instead of the field without JavaScript, or if the page was opened as a file. */
  readonly searchUnavailable: string;

  readonly pageNotFound: string;
  /** Explanation below the title. */
  readonly pageNotFoundReason: string;
  /** Mark of articles in lists that can be read offline. */
  readonly saved: string;
  /** Title of the page that is shown offline, in place of a page that is not saved. */
  readonly offlineTitle: string;
  /** Heading of the articles that can be read offline, on that page. */
  readonly savedArticles: string;
  /** Explanation below the title. */
  readonly offline: string;
}

/** By language, or by language and writing system. */
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

/** The texts for a language (BCP 47) in its most likely writing system. Defaults to English. */
export const wordsFor = memoize((language): Words => {
  const { language: base, script } = new Intl.Locale(language).maximize();
  return table[`${base}-${script ?? ''}`] ?? table[base] ?? en;
});
