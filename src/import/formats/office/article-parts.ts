import type { Element, ElementContent } from 'hast';
import { markFate, type FieldKey } from '../../document/fate.ts';
import { metadata, type Field, type Fields } from '../../document/source-document.ts';
import { plainTextOf } from '../../document/tree.ts';
import type { Block, BlockRole } from './arrange-blocks.ts';

/** A property of the document: `title`, `creator`, `created`. */
export interface DocumentProperty {
  readonly name: string;
  readonly value: string;
}

/** The front matter of an office document, and what becomes of its properties. */
export interface ArticleParts {
  readonly fields: Fields;
  readonly metadata: Element[];
  /** What the user should check, in full sentences. */
  readonly notes: readonly string[];
}

/**
 * Finds headline, standfirst and byline: by the styles of paragraphs, then by headings, then in the
 * properties of the document. Marks the paragraphs that are moved.
 */
export function articleParts(
  blocks: readonly Block[],
  properties: readonly DocumentProperty[],
): ArticleParts {
  const notes: string[] = [];
  const property = (name: string): Field | undefined => {
    const value = properties.find((one) => one.name === name)?.value.trim();
    return value === undefined || value === ''
      ? undefined
      : { value, origin: `document properties: ${name}` };
  };
  const headline = headlineOf(blocks, notes) ?? property('title');
  const standfirst = move(withRole(blocks, 'subtitle'), 'standfirst', 'style Subtitle');
  const authors = blocks
    .filter(({ role }) => role === 'author')
    .flatMap((block) => move(block, 'byline', 'style Author') ?? []);
  const creator = property('creator');
  const isPerson = creator && !PROGRAMS.test(creator.value);
  const [byline] = authors.length > 0 ? authors : isPerson ? [creator] : [];
  if (byline && authors.length === 0) {
    notes.push(`The byline "${byline.value}" comes from the document's properties. Check it.`);
  }
  const fields: Fields = {
    ...(headline && { headline }),
    ...(standfirst && { standfirst }),
    ...(byline && { byline: { ...byline, value: namesOf(authors, byline) } }),
  };
  return { fields, metadata: properties.map((one) => propertyElement(one, fields)), notes };
}

/** One name for each paragraph with the style, or the only one. */
function namesOf(authors: readonly Field[], byline: Field): string[] {
  return authors.length > 0 ? [...new Set(authors.map(({ value }) => value))] : [byline.value];
}

/** What programs write if nobody told them a name. */
const PROGRAMS =
  /^(?:(?:microsoft )?(?:office|windows|word)(?: user)?|python-docx|apache poi|docx4j|user|admin(?:istrator)?|author|unknown|un-?named|pandoc|libreoffice)$/i;

/** In characters. Longer paragraphs are no headlines. */
const MAX_HEADLINE = 200;

function headlineOf(blocks: readonly Block[], notes: string[]): Field | undefined {
  const title = move(withRole(blocks, 'title'), 'headline', 'style Title');
  if (title) return title;
  const headings = blocks.filter(({ element }) => /^h\d$/.test(element.tagName));
  const heading = headings.find(({ element }) => element.tagName === 'h1') ?? headings[0];
  const before = heading ? blocks.slice(0, blocks.indexOf(heading)) : blocks;
  const isAtTop = before.every(({ element }) => plainTextOf(element).length <= MAX_HEADLINE);
  if (heading && isAtTop) return move(heading, 'headline', `heading ${heading.element.tagName[1]}`);
  // A logo can be above.
  const first = blocks.find(({ element }) => plainTextOf(element) !== '');
  const isShort = first && plainTextOf(first.element).length <= MAX_HEADLINE;
  if (!first || blocks.length < 2 || !isShort || first.element.tagName !== 'p' || first.list) {
    return move(heading, 'headline', 'heading');
  }
  const headline = move(first, 'headline', 'first paragraph');
  if (headline) {
    notes.push(
      'Neither a title nor a heading is at the top: the first paragraph became the headline.',
    );
  }
  return headline;
}

function withRole(blocks: readonly Block[], wanted: BlockRole): Block | undefined {
  return blocks.find(({ role, element }) => role === wanted && plainTextOf(element) !== '');
}

/** A paragraph with a picture or a link stays where it is. */
function move(block: Block | undefined, key: FieldKey, origin: string): Field | undefined {
  if (!block) return undefined;
  const value = shownText(block.element);
  if (value === '' || hasOwnParts(block.element)) return undefined;
  markMoved(block.element, key);
  return { value, origin };
}

/** Marks the text of a paragraph. What of it is omitted stays so, and notes stay notes. */
function markMoved(node: Element, key: FieldKey): void {
  for (const child of node.children) {
    if (child.type === 'text') markFate(child, { moved: key });
    else if (child.type === 'element' && child.data?.fate === undefined) markMoved(child, key);
  }
}

function shownText(node: Element): string {
  const isShown = (child: ElementContent): boolean =>
    child.type !== 'element' || (child.data?.fate === undefined && child.tagName !== 'rt');
  const shown = (one: Element): Element => ({
    ...one,
    children: one.children
      .filter(isShown)
      .map((child) => (child.type === 'element' ? shown(child) : child)),
  });
  return plainTextOf(shown(node));
}

function hasOwnParts({ children }: Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      child.data?.fate === undefined &&
      (['img', 'a', 'ruby'].includes(child.tagName) ||
        child.tagName.includes('-') ||
        hasOwnParts(child)) &&
      child.tagName !== 'note-ref',
  );
}

function propertyElement({ name, value }: DocumentProperty, fields: Fields): Element {
  const origin = `document properties: ${name}`;
  const entry = Object.entries(fields as Record<string, Field<unknown>>).find(
    ([, field]) => field.origin === origin,
  );
  return metadata(name, value, entry?.[0] as FieldKey | undefined); // A key of `Fields`.
}
