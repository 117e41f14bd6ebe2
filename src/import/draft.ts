import type { Dateline } from './formats/plain-text/dateline.ts';
import type { Paragraph } from './formats/plain-text/split-paragraphs.ts';

/** What a paragraph at the top of a text was recognised as. */
export type TopRole = 'headline' | 'caption' | 'credit' | 'byline' | 'standfirst';

/** An article as it was recognised in a text: which words are what. */
export interface Draft {
  readonly headline: Paragraph;
  readonly caption?: Paragraph;
  readonly credit?: Paragraph;
  readonly standfirst?: Paragraph;
  readonly byline?: { readonly names: readonly string[]; readonly line: number };
  readonly dateline?: Dateline;
  /** At least one paragraph. The first without its dateline. */
  readonly body: readonly Paragraph[];
  /** The roles of the paragraphs above the body, in the order of the text. */
  readonly top: readonly TopRole[];
}

/** The words of a field that stands on one line, where the text may have broken them. */
export function onOneLine({ text }: Paragraph): string {
  return text.replaceAll('\n', ' ');
}
