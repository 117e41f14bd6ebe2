import script from '../client/reader/article.ts?inline-script';
import notesScript from '../client/reader/article-with-notes.ts?inline-script';

/** Whether the HTML of a body has footnotes. */
export function hasFootnotes(html: string): boolean {
  return html.includes('role="doc-noteref"');
}

/** Returns the script in the head of a page with a body. */
export function articleScript(hasNotes: boolean): string {
  return hasNotes ? notesScript : script;
}
