/** A paragraph of a text, as it was provided. */
export interface Paragraph {
  /** Its lines, separated by line feeds. */
  readonly text: string;
  /** The line on which it starts, counted from 1. */
  readonly line: number;
}

/** The role of a paragraph above the body. */
export type TopRole =
  'headline' | 'caption' | 'credit' | 'byline' | 'standfirst' | 'published' | 'updated';

/** Where and when an article was filed, as its first paragraph says before a dash. */
export interface Dateline {
  readonly city: string;
  /** `2023-09-19` */
  readonly published: string;
  /** The length of the dateline in the paragraph, including the dash and the spaces around it. */
  readonly length: number;
}

/** An article as recognised in a text: which words are what. */
export interface Draft {
  readonly headline: Paragraph;
  readonly caption?: Paragraph;
  readonly credit?: Paragraph;
  readonly standfirst?: Paragraph;
  readonly byline?: { readonly names: readonly string[]; readonly line: number };
  readonly dateline?: Dateline;
  /** `2023-09-19`, from a line of its own. */
  readonly published?: string;
  /** Likewise. */
  readonly updated?: string;
  /** At least one paragraph. The first does not include the dateline. */
  readonly body: readonly Paragraph[];
  /** The roles of the paragraphs above the body, in the order of the text. */
  readonly top: readonly TopRole[];
}

/** The words of a field of one line, which the text may have broken into several. */
export function toOneLine({ text }: Paragraph): string {
  return text.replaceAll('\n', ' ');
}
