import type { Element } from 'hast';
import type { Ledger } from './ledger.ts';

/** What the steps from a document's tree to Markdown need to know. */
export interface ConversionContext {
  readonly ledger: Ledger;
  /** The article's (BCP 47). */
  readonly language: string;
  readonly isRightToLeft: boolean;
  /** Returns the address to write for a link, or `undefined` if a site cannot link to it. */
  readonly resolveLink: (href: string) => string | undefined;
  /** Returns the address to write for a picture, or `undefined` if there is none. */
  readonly resolvePicture: (image: Element) => string | undefined;
  /** Whether a caption has to be a paragraph: in lists and tables, Markdown has no figures. */
  readonly withoutFigures?: boolean;
  /** Adds a sentence for the user, once. */
  readonly note: (sentence: string) => void;
}
