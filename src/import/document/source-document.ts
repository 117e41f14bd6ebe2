import type { Element, ElementContent, Properties, Root } from 'hast';
import type { TextFault } from '../markdown/prove-article.ts';
import { markFate, type Fate, type FieldKey } from './fate.ts';

/** A value of the front matter, and where it comes from. */
export interface Field<Value = string> {
  readonly value: Value;
  /** For the report: `<title>`, `front matter: tags`. */
  readonly origin: string;
}

/** The front matter of an article, as far as a document has it. */
export interface Fields {
  readonly headline?: Field;
  readonly standfirst?: Field;
  readonly byline?: Field<readonly string[]>;
  readonly dateline?: Field;
  readonly published?: Field;
  readonly updated?: Field;
  readonly language?: Field;
  readonly topics?: Field<readonly string[]>;
  readonly image?: Field<LeadImage>;
  readonly source?: Field<{ readonly name: string; readonly url?: string }>;
  readonly draft?: Field<true>;
}

export interface LeadImage {
  /** As the document names it. */
  readonly src?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A document in which one article is. The reader of a format makes it. */
export interface SourceDocument {
  /**
   * Everything that the document contains, in its order, with metadata at the start. The reader marks
   * what is not for the body (see `Fate`). Footnotes are `<note-ref note="1">` and `<note id="1">`.
   */
  readonly tree: Root;
  readonly fields: Fields;
  /** The address of the document, which relative links start from. */
  readonly base?: string;
  /** The address that the article had. */
  readonly slug?: string;
  /** Which of several documents in a file: `post 12`. */
  readonly part?: string;
  /** Returns the bytes of a picture that came with the document. */
  readonly picture: (src: string) => Uint8Array | undefined;
  /** What the user should check, in full sentences. */
  readonly notes: readonly string[];
  /** Why this is hardly an article, such as a summary alone. `--accept-omissions` imports it. */
  readonly doubt?: TextFault;
  /** Returns the slug of another article of the same file, by its address. */
  readonly articleAt?: (address: string) => string | undefined;
}

/** A part of a file that is no article: a page or a menu of an export. */
export interface SkippedPart {
  /** What it is: `page`, `trashed post`. */
  readonly skipped: string;
  /** Which of several documents in a file: `page 12`. */
  readonly part: string;
  /** Everything in it, for the ledger. */
  readonly tree: Root;
}

/** An article of a file that cannot be read. */
export interface RefusedPart {
  readonly refused: TextFault;
  /** Which of several documents in a file: `post 12`. */
  readonly part: string;
}

/** What a file has in it: an article, or why there is none. */
export type DocumentPart = SourceDocument | SkippedPart | RefusedPart;

/** An element. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** An element that is not for the body, with all its content. */
export function elementWithFate(
  fate: Exclude<Fate, 'kept'>,
  children: ElementContent[],
  tagName = 'span',
): Element {
  return markFate(element(tagName, {}, children), fate);
}

/** A value of the document's metadata, for its tree. */
export function metadata(name: string, value: string, key?: FieldKey): Element {
  const fate = key === undefined ? { omitted: 'metadata' as const } : { moved: key };
  return markFate(element('data', { name }, [{ type: 'text', value }]), fate);
}
