import { usesLatinLetters } from '../article/writing-system.ts';
import articleScript from '../client/reader/article.ts?inline-script';
import notesScript from '../client/reader/article-with-notes.ts?inline-script';
import noteStyles from '../styles/article-notes.css?inline';
import articleStyles from '../styles/article-page.css?inline';
import writingSystemStyles from '../styles/article-writing-systems.css?inline';

/**
 * Returns the styles and the script in the head of a page with an article's body: only those that it
 * needs.
 * @param html the body
 * @param languages of the body and of the publication, whose name is above it (BCP 47)
 */
export function articleAssets(html: string, languages: readonly string[]) {
  const hasNotes = html.includes('role="doc-noteref"');
  return {
    hasNotes,
    reader: hasNotes ? notesScript : articleScript,
    styles:
      articleStyles +
      (hasNotes ? noteStyles : '') +
      (languages.every(usesLatinLetters) ? '' : writingSystemStyles),
  };
}
