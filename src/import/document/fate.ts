import type { Element, Text } from 'hast';
import type { ArticleFrontMatter } from '../../article/schema.ts';

/**
 * Why something of a document is not in the article. A closed list: the converter has no other way to
 * leave something out.
 */
export const OMIT_REASONS = {
  /** The source does not show it either: `hidden`, `display: none`, hidden text in Word. */
  hidden: { words: 'not shown in the source', refuses: 'never' },
  /** Scripts, styles, field codes. */
  code: { words: 'code', refuses: 'never' },
  comment: { words: 'comments', refuses: 'never' },
  deleted: { words: 'tracked deletions', refuses: 'never' },
  control: { words: 'buttons and form fields', refuses: 'never' },
  repeated: { words: 'repeated', refuses: 'never' },
  /** Pages, menus and files in an export. */
  'not an article': { words: 'not articles', refuses: 'never' },
  metadata: { words: 'metadata without a key', refuses: 'never' },
  address: { words: 'addresses that a site cannot link to', refuses: 'never' },
  /** What visitors of a site do not see. Nothing private is published in silence. */
  'members only': { words: 'for members only', refuses: 'always' },
  /** Navigation, advertisements, running heads. */
  furniture: { words: 'outside the article', refuses: 'within the article' },
  picture: { words: 'pictures that were not found or have another format', refuses: 'always' },
  unsupported: { words: 'not supported', refuses: 'always' },
} as const;

export type OmitReason = keyof typeof OMIT_REASONS;

/** A key of an article's front matter. */
export type FieldKey = keyof ArticleFrontMatter<string>;

/** What became of a part of a document. `kept` is in the body, `moved` in the front matter. */
export type Fate = 'kept' | { readonly moved: FieldKey } | { readonly omitted: OmitReason };

declare module 'hast' {
  interface ElementData {
    /** Decided by the reader of the format, for the element with all its content. */
    fate?: Exclude<Fate, 'kept'>;
  }
  interface TextData {
    fate?: Exclude<Fate, 'kept'>;
  }
}

/** Says what becomes of a node with all its content, if it is not for the body. */
export function markFate<Node extends Element | Text>(
  node: Node,
  fate: Exclude<Fate, 'kept'>,
): Node {
  // The parser's types demand a position, which only it needs.
  if (node.type === 'element') node.data = { position: { properties: {} }, ...node.data, fate };
  else node.data = { ...node.data, fate };
  return node;
}
