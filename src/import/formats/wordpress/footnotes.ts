import { objectsIn, textIn } from '../read-json.ts';

/**
 * Puts the notes of a post into its body. The block editor keeps them in a custom field, and shows
 * them where the block for notes is.
 * @param footnotes `[{ "id": "…", "content": "…" }]`
 */
export function withFootnotes(html: string, footnotes: string | undefined): string {
  if (footnotes === undefined) return html;
  let notes: unknown;
  try {
    notes = JSON.parse(footnotes);
  } catch {
    return html;
  }
  const list = objectsIn(notes)
    .map((note) => {
      const id = (textIn(note, 'id') ?? '').replaceAll(/[^\w-]/g, '');
      return `<aside role="doc-footnote" id="${id}">${textIn(note, 'content') ?? ''}</aside>`;
    })
    .join('');
  const block = /<!--\s+wp:footnotes\s[^>]*-->/;
  return block.test(html) ? html.replace(block, () => list) : html + list;
}
