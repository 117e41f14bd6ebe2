import type { Element } from 'hast';
import type { Block } from '../office/arrange-blocks.ts';
import type { StyledRun, RunStyle } from '../office/styled-runs.ts';
import type { Counters, ListStyles } from './list-styles.ts';
import type { TextStyle, TextStyles } from './styles.ts';

/** What is read once for a document. */
export interface TextContext {
  readonly styles: TextStyles;
  readonly lists: ListStyles;
  /** The numbers of headings. */
  readonly headings: Counters;
  /** The numbers of lists, by their ids and by the names of their styles. */
  readonly counters: Map<string, Counters>;
  /** Gets the notes, in the order in which the text refers to them. */
  readonly noteElements: Element[];
  /** Adds a sentence for the user, once. */
  readonly note: (sentence: string) => void;
}

/** A list while its items are read. */
export interface ListScope {
  readonly style: string | undefined;
  /** From 0. */
  readonly level: number;
  readonly counters: Counters;
}

/** A paragraph while its content is read. */
export interface ParagraphScope {
  readonly context: TextContext;
  /** Gets what is read. */
  readonly runs: StyledRun[];
  /** Gets what stands beside the paragraph, such as text boxes. It comes after. */
  readonly floats: Block[];
  /** Of the paragraph with the spans around what is read. */
  readonly text: TextStyle;
  readonly isHeading: boolean;
  /** What elements around say: links, and whether it is omitted. */
  readonly style: RunStyle;
}
