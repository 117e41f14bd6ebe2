import type { Element, ElementContent } from 'hast';
import type { OmitReason } from '../../document/fate.ts';
import { element, elementWithFate } from '../../document/source-document.ts';

/** How a run of text looks, and whether it is shown. */
export interface RunStyle {
  readonly omitted?: OmitReason | undefined;
  readonly href?: string | undefined;
  /** What a link says when it is pointed at. */
  readonly title?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  readonly isBold?: boolean | undefined;
  readonly isItalic?: boolean | undefined;
  readonly isStruck?: boolean | undefined;
  readonly position?: 'sub' | 'sup' | undefined;
  readonly isCode?: boolean | undefined;
}

/** A run of text, or a picture, a line break or the like. */
export interface StyledRun {
  readonly content: string | Element;
  readonly style: RunStyle;
}

interface Wrapper {
  /** Neighbours with the same key get one element around them. An empty key needs none. */
  readonly keyOf: (style: RunStyle, content: StyledRun['content']) => string;
  readonly wrap: (style: RunStyle, children: ElementContent[]) => Element;
}

/** From the outside to the inside. */
const WRAPPERS: readonly Wrapper[] = [
  {
    keyOf: ({ href, title }) => (href === undefined ? '' : `${href} ${title ?? ''}`),
    wrap: ({ href, title }, children) =>
      element('a', { href, ...(title !== undefined && { title }) }, children),
  },
  {
    keyOf: ({ omitted }) => omitted ?? '',
    wrap: ({ omitted = 'hidden' }, children) => elementWithFate({ omitted }, children),
  },
  {
    keyOf: ({ language, direction }) => `${language ?? ''}${direction ?? ''}`,
    wrap: ({ language, direction }, children) =>
      element(
        'span',
        { ...(language !== undefined && { lang: language }), ...(direction && { dir: direction }) },
        children,
      ),
  },
  { keyOf: ({ isBold }) => (isBold ? 'bold' : ''), wrap: (_, inner) => element('b', {}, inner) },
  {
    keyOf: ({ isItalic }) => (isItalic ? 'italic' : ''),
    wrap: (_, inner) => element('i', {}, inner),
  },
  {
    keyOf: ({ isStruck }) => (isStruck ? 'struck' : ''),
    wrap: (_, inner) => element('s', {}, inner),
  },
  {
    keyOf: ({ position }) => position ?? '',
    wrap: ({ position = 'sup' }, children) => element(position, {}, children),
  },
  // Code has no notes and pictures.
  {
    keyOf: ({ isCode }, content) => (isCode && typeof content === 'string' ? 'code' : ''),
    wrap: (_, inner) => element('code', {}, inner),
  },
];

/** Turns runs into inline elements, with as few elements as possible. */
export function toInline(
  runs: readonly StyledRun[],
  wrappers: readonly Wrapper[] = WRAPPERS,
): ElementContent[] {
  const [wrapper, ...inner] = wrappers;
  if (!wrapper) return joinTexts(runs);
  const keyOf = ({ style, content }: StyledRun): string => wrapper.keyOf(style, content);
  return groupBy(runs, keyOf).flatMap((group) => {
    const children = toInline(group, inner);
    const [first] = group;
    return !first || keyOf(first) === '' ? children : [wrapper.wrap(first.style, children)];
  });
}

function joinTexts(runs: readonly StyledRun[]): ElementContent[] {
  return groupBy(runs, ({ content }) => typeof content).flatMap((group): ElementContent[] => {
    const contents = group.map(({ content }) => content);
    const elements = contents.filter((content) => typeof content !== 'string');
    if (elements.length > 0) return elements;
    const value = contents.filter((content) => typeof content === 'string').join('');
    return [{ type: 'text', value }];
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups: Item[][] = [];
  let last: string | undefined;
  for (const item of items) {
    const key = keyOf(item);
    if (key === last) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = key;
  }
  return groups;
}
