import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, elementWithFate } from '../../document/source-document.ts';

type Node = ElementContent | RootContent;

/** A picture of the export. */
export interface Attachment {
  readonly url: string;
  readonly alt?: string;
  readonly caption?: string;
}

/** Looks up a picture by its number. */
export type FindAttachment = (id: string) => Attachment | undefined;

/** A shortcode as a node, until it is replaced. */
interface Shortcode {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const SHORTCODE = /(?<!\[)\[\/?(?<name>[a-z][\w-]*)(?<rest>(?:\s[^[\]]*)?)\/?\](?!\])/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s"'[\]]+))/g;

/** These have a file: `[audio mp3="…"]`, or an address as their content. */
const MEDIA = new Set(['embed', 'audio', 'video', 'youtube', 'vimeo', 'soundcloud', 'playlist']);

/**
 * Replaces shortcodes. Captions become figures, galleries pictures, and embeds links. All others are
 * reported; the text between two of them stays. `[sic]` is no shortcode.
 * @param note gets a sentence about what may be one
 */
export function readShortcodes(
  tree: Root,
  html: string,
  { find, note }: { readonly find: FindAttachment; readonly note: (sentence: string) => void },
): void {
  if (!html.includes('[')) return;
  const known = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = '']) => name));
  const walk = (parent: Root | Element): void => {
    const codes = new Map<Node, Shortcode>();
    const children = parent.children.flatMap((child): Node[] => {
      if (child.type === 'element' && !['pre', 'code', 'script', 'style'].includes(child.tagName)) {
        walk(child);
      }
      return child.type === 'text' ? split(child.value, known, codes, note) : [child];
    });
    if (codes.size === 0) return;
    parent.children = replace(children, codes, find);
  };
  walk(tree);
}

function split(
  text: string,
  closed: ReadonlySet<string>,
  codes: Map<Node, Shortcode>,
  note: (sentence: string) => void,
): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(SHORTCODE)) {
    const { name = '', rest = '' } = match.groups ?? {};
    const attributes = Object.fromEntries(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', ...values]) => [
        key.toLowerCase(),
        values.find(Boolean) ?? '',
      ]),
    );
    const isShortcode =
      closed.has(name) ||
      Object.keys(attributes).length > 0 ||
      name === 'gallery' ||
      /[_-]/.test(name);
    if (!isShortcode) {
      if (isAloneIn(text, match) && name === name.toLowerCase())
        note(`${match[0]} may be a shortcode. It was kept as text.`);
      continue;
    }
    nodes.push({ type: 'text', value: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const node: Element = elementWithFate({ omitted: 'unsupported' }, [
      { type: 'text', value: match[0] },
    ]);
    const isEnd = match[0].startsWith('[/');
    codes.set(node, { name: name.toLowerCase(), isEnd, attributes });
    nodes.push(node);
  }
  nodes.push({ type: 'text', value: text.slice(end) });
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Whether a line has nothing else. */
function isAloneIn(text: string, { 0: code, index }: RegExpExecArray): boolean {
  const before = text.slice(0, index).split('\n').at(-1) ?? '';
  const [after = ''] = text.slice(index + code.length).split('\n', 1);
  return (before + after).trim() === '';
}

function replace(
  nodes: readonly Node[],
  codes: ReadonlyMap<Node, Shortcode>,
  find: FindAttachment,
): Node[] {
  const result: Node[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const code = node && codes.get(node);
    if (!node) continue;
    if (!code || code.isEnd) {
      result.push(node);
      continue;
    }
    const end = nodes.findIndex((other, at) => {
      const closing = codes.get(other);
      return at > index && closing?.isEnd === true && closing.name === code.name;
    });
    const inner = end === -1 ? [] : nodes.slice(index + 1, end).filter(isContent);
    const replaced = replacement(code, inner, find);
    if (replaced) {
      result.push(...replaced);
      if (end !== -1) index = end;
    } else result.push(node);
  }
  return result;
}

function isContent(node: Node): node is ElementContent {
  return node.type !== 'doctype';
}

function replacement(
  { name, attributes }: Shortcode,
  inner: ElementContent[],
  find: FindAttachment,
): Element[] | undefined {
  if (name === 'caption' || name === 'wp_caption') return caption(attributes, inner);
  if (name === 'gallery') return gallery(attributes, find);
  return MEDIA.has(name) ? media(attributes, inner) : undefined;
}

/** `[caption]<img> The caption[/caption]`, or with the caption as an attribute. */
function caption(
  attributes: Shortcode['attributes'],
  inner: readonly ElementContent[],
): Element[] | undefined {
  const picture = inner.find((node) => node.type === 'element' && hasPicture(node));
  if (!picture) return undefined;
  const words: ElementContent[] = inner.filter((node) => node !== picture);
  if (attributes.caption !== undefined) words.push({ type: 'text', value: attributes.caption });
  return [element('figure', {}, [picture, element('figcaption', {}, words)])];
}

function hasPicture(node: Element): boolean {
  return (
    node.tagName === 'img' ||
    node.children.some((child) => child.type === 'element' && hasPicture(child))
  );
}

function gallery(
  { ids, include }: Shortcode['attributes'],
  find: FindAttachment,
): Element[] | undefined {
  const numbers = (ids ?? include ?? '').split(',').map((id) => id.trim());
  const pictures = numbers.map(find);
  if (pictures.some((picture) => picture === undefined)) return undefined;
  return pictures.flatMap((picture): Element[] => (picture ? [pictureFigure(picture)] : []));
}

/** A picture of the export with its caption. */
export function pictureFigure({ url, alt = '', caption: words }: Attachment): Element {
  const picture = element('img', { src: url, alt });
  const figcaption =
    words === undefined ? [] : [element('figcaption', {}, [{ type: 'text', value: words }])];
  return element('figure', {}, [picture, ...figcaption]);
}

function media(
  attributes: Shortcode['attributes'],
  inner: readonly ElementContent[],
): Element[] | undefined {
  const text = inner
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
    .trim();
  const address = [text, ...Object.values(attributes)].find((value) =>
    /^https?:\/\/\S+$/.test(value),
  );
  if (address === undefined) return undefined;
  return [element('p', {}, [element('a', { href: address }, [{ type: 'text', value: address }])])];
}
