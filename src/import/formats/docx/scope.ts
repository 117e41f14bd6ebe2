import type { Block } from '../office/arrange-blocks.ts';
import type { RunStyle, StyledRun } from '../office/styled-runs.ts';
import type { RunLanguages } from '../office/writing-systems.ts';
import type { Fields } from './fields.ts';
import type { NoteNumbers } from './note-numbers.ts';
import type { Numbering } from './numbering.ts';
import type { WordStyle, WordStyles } from './styles.ts';
import type { Relationship } from './word-package.ts';

/** What is read once for a document. */
export interface WordContext {
  readonly styles: WordStyles;
  readonly numbering: Numbering;
  readonly noteNumbers: NoteNumbers;
  /** Adds a sentence for the user, once. */
  readonly note: (sentence: string) => void;
}

/** A text of its own: the body, a note, a text box. */
export interface Story {
  readonly context: WordContext;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly fields: Fields;
  /** The content of a paragraph that belongs to the next one. */
  pending: StyledRun[];
}

/** A paragraph while its content is read. */
export interface ParagraphScope {
  readonly story: Story;
  /** Gets what is read. */
  readonly runs: StyledRun[];
  /** Gets what stands beside the paragraph, such as text boxes. It comes after. */
  readonly floats: Block[];
  readonly paragraph: WordStyle;
  /** Whether it looks as its style says, and its own emphasis counts only in part. */
  readonly isHeading: boolean;
  readonly isRightToLeft: boolean;
  readonly style: RunStyle;
  readonly run: RunLanguage;
}

/** What of a run decides about its text. */
export interface RunLanguage extends RunLanguages {
  readonly font?: string | undefined;
  readonly isRightToLeft?: boolean | undefined;
}
