import type { Form } from '../article/newsroom-fields.ts';
import { memoize } from '../i18n/memoize.ts';
import articleFooterStyles from '../styles/parts/article-footer.css?inline';
import bylineStyles from '../styles/parts/byline.css?inline';
import codeStyles from '../styles/parts/code.css?inline';
import contentsStyles from '../styles/parts/contents.css?inline';
import cyrillicStyles from '../styles/parts/cyrillic.css?inline';
import expiredStyles from '../styles/parts/expired.css?inline';
import externalLinksStyles from '../styles/parts/external-links.css?inline';
import galleryStyles from '../styles/parts/gallery.css?inline';
import headingsStyles from '../styles/parts/headings.css?inline';
import ideographsStyles from '../styles/parts/ideographs.css?inline';
import imprintStyles from '../styles/parts/imprint.css?inline';
import indicStyles from '../styles/parts/indic.css?inline';
import inlineStyles from '../styles/parts/inline.css?inline';
import joinedLettersStyles from '../styles/parts/joined-letters.css?inline';
import kickerStyles from '../styles/parts/kicker.css?inline';
import languagesStyles from '../styles/parts/languages.css?inline';
import linkCardStyles from '../styles/parts/link-card.css?inline';
import listsStyles from '../styles/parts/lists.css?inline';
import longHeadlineStyles from '../styles/parts/long-headline.css?inline';
import marginBylineStyles from '../styles/parts/margin-byline.css?inline';
import navigationStyles from '../styles/parts/navigation.css?inline';
import neighboursStyles from '../styles/parts/neighbours.css?inline';
import notesStyles from '../styles/parts/notes.css?inline';
import opinionStyles from '../styles/parts/opinion.css?inline';
import photoStyles from '../styles/parts/photo.css?inline';
import picturesStyles from '../styles/parts/pictures.css?inline';
import quotationsStyles from '../styles/parts/quotations.css?inline';
import recordingStyles from '../styles/parts/recording.css?inline';
import relatedStyles from '../styles/parts/related.css?inline';
import rightToLeftStyles from '../styles/parts/right-to-left.css?inline';
import seriesStyles from '../styles/parts/series.css?inline';
import tablesStyles from '../styles/parts/tables.css?inline';
import uprightLeadStyles from '../styles/parts/upright-lead.css?inline';

/*
 * The parts of the style sheet that only some pages need. All CSS is inline, so each page has only
 * the parts for its elements and writing systems.
 */

/** Which HTML of a body needs which part. */
const BODY_PARTS: readonly (readonly [html: RegExp, css: string])[] = [
  [/<h[2-6]/, headingsStyles],
  [/<[ou]l/, listsStyles],
  [/<blockquote/, quotationsStyles],
  [/data-link-card/, linkCardStyles],
  [/<(?:code|pre)/, codeStyles],
  [/<table/, tablesStyles],
  [/data-gallery/, galleryStyles],
  [/data-recording/, recordingStyles],
  [/role="doc-noteref"/, notesStyles],
  [/href="http/, externalLinksStyles],
  [/<(?:hr|mark|su[bp]|abbr)/, inlineStyles],
];

/** Returns the CSS that the body of an article needs. */
export function bodyStyles(html: string): string {
  return BODY_PARTS.flatMap(([needed, css]) => (needed.test(html) ? [css] : [])).join('');
}

export {
  articleFooterStyles,
  bylineStyles,
  contentsStyles,
  expiredStyles,
  imprintStyles,
  kickerStyles,
  languagesStyles,
  longHeadlineStyles,
  marginBylineStyles,
  navigationStyles,
  neighboursStyles,
  picturesStyles,
  relatedStyles,
  rightToLeftStyles,
  seriesStyles,
  uprightLeadStyles,
};

/** Returns the CSS for the look of a form of journalism. Most have none. */
export function formStyles(form: Form | undefined): string {
  return form === 'opinion' ? opinionStyles : form === 'photo' ? photoStyles : '';
}

const WRITING_SYSTEMS = [cyrillicStyles, joinedLettersStyles, indicStyles, ideographsStyles];

/** Returns the CSS for the writing systems of languages (BCP 47). */
export function writingSystemStyles(languages: Iterable<string>): string {
  const needed = new Set([...languages].flatMap(writingSystemParts));
  return WRITING_SYSTEMS.filter((css) => needed.has(css)).join('');
}

const writingSystemParts = memoize((tag) => {
  const selector = `:lang(${tag.split('-', 1)[0]?.toLowerCase()})`;
  return WRITING_SYSTEMS.filter((css) => css.includes(selector));
});

/** The languages of the elements of an article's HTML. */
export function languagesIn(html: string): string[] {
  return [...html.matchAll(/ lang="([^"]+)"/g)].map(([, tag = '']) => tag);
}
