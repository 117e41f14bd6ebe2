import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { INLINE_TAGS } from '../../markdown/sanitize-schema.ts';
import { canBeLinked } from './can-be-linked.ts';
import type { ConversionContext } from './conversion-context.ts';
import { markFate } from './fate.ts';
import { languageAttributes } from './in-language.ts';
import { EMBEDS } from './ledger.ts';
import { TAGS } from './html-names.ts';
import { toEmbed } from './to-embed.ts';
import { collapse, isShown, keepText } from './tree.ts';

/** Converts text and inline elements, with the white space of the source: see `tidyPhrasing`. */
export function toPhrasing(
  nodes: readonly ElementContent[],
  context: ConversionContext,
): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'element' && node.type !== 'text') return [];
    if (!isShown(node)) return [];
    if (node.type === 'element') return withLanguage(node, convert(node, context), context);
    context.ledger.keep(node, 'text');
    return [{ type: 'text', value: collapse(node.value) }];
  });
}

function convert(node: Element, context: ConversionContext): PhrasingContent[] {
  const { tagName } = node;
  const children = (): PhrasingContent[] => toPhrasing(node.children, context);
  switch (tagName) {
    case 'em':
    case 'i':
    case 'dfn':
    case 'var':
      return unlessNormal('emphasis', node, children());
    case 'strong':
    case 'b':
      return unlessNormal('strong', node, children());
    case 'del':
    case 's':
    case 'strike':
      return [{ type: 'delete', children: children() }];
    case 'code':
    case 'kbd':
    case 'samp':
      return toCode(node, context);
    case 'br':
      return [{ type: 'break' }];
    case 'a':
      return toLink(node, children(), context);
    case 'img':
      return toImage(node, context);
    case 'note-ref': {
      const label = String(node.properties.note);
      return [{ type: 'footnoteReference', identifier: label, label }];
    }
    case 'span':
      return styled(node, children());
    default:
      break;
  }
  if (EMBEDS.has(tagName))
    return ['svg', 'math', 'canvas'].includes(tagName) ? omitAll(node) : toEmbed(node, context);
  if (Object.hasOwn(TAGS, tagName)) return tagged(node, children(), context);
  return children();
}

/** The words of charts and formulas make no sense as a line of text. */
function omitAll(node: Element): PhrasingContent[] {
  markFate(node, { omitted: 'unsupported' });
  return [];
}

/** Each line is code of its own: code of Markdown cannot have line breaks. */
function toCode(node: Element, context: ConversionContext): PhrasingContent[] {
  return keepText(node, context, collapse)
    .split(/ *\n */)
    .flatMap((value, index): PhrasingContent[] => {
      const isCode = value.trim() !== '';
      const line = isCode
        ? { type: 'inlineCode' as const, value }
        : { type: 'text' as const, value };
      return index === 0 ? [line] : [{ type: 'break' }, line];
    });
}

function toLink(
  node: Element,
  children: PhrasingContent[],
  { ledger, resolveLink }: ConversionContext,
): PhrasingContent[] {
  const { href } = node.properties;
  const url = href === undefined ? undefined : resolveLink(href);
  if (url === undefined || !canBeLinked(children)) {
    ledger.omit(node, 'href', 'address');
    return children;
  }
  ledger.keep(node, 'href');
  return [{ type: 'link', url, children }];
}

function toImage(node: Element, context: ConversionContext): PhrasingContent[] {
  const { ledger } = context;
  const url = context.resolvePicture(node);
  if (url === undefined) {
    ledger.omit(node, 'src', 'picture');
    ledger.omit(node, 'alt', 'picture');
    return [];
  }
  ledger.keep(node, 'src');
  ledger.keep(node, 'alt');
  if (!/^https?:/i.test(url) && (node.properties.alt ?? '').trim() === '') {
    context.note(`The picture ${url} has no alternative text. The build will ask for it.`);
  }
  return [{ type: 'image', url, alt: collapse(node.properties.alt ?? '').trim() }];
}

const NORMAL = {
  emphasis: /font-style\s*:\s*normal/i,
  strong: /font-weight\s*:\s*(?:normal|[1-5]00)/i,
};

/** What is copied from Google Docs has a `<b style="font-weight:normal">` around it. */
function unlessNormal(
  type: 'emphasis' | 'strong',
  { properties }: Element,
  children: PhrasingContent[],
): PhrasingContent[] {
  const { style } = properties;
  const isNormal = typeof style === 'string' && NORMAL[type].test(style);
  return isNormal ? children : [{ type, children }];
}

/** Bold and italic that a style sets, as Google Docs does. */
function styled({ properties }: Element, children: PhrasingContent[]): PhrasingContent[] {
  const style = typeof properties.style === 'string' ? properties.style : '';
  let content = children;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style))
    content = [{ type: 'strong', children: content }];
  if (/font-style\s*:\s*italic/i.test(style)) content = [{ type: 'emphasis', children: content }];
  if (/text-decoration[^;]*line-through/i.test(style))
    content = [{ type: 'delete', children: content }];
  const position = /vertical-align\s*:\s*(sub|super)/i.exec(style)?.[1];
  if (position !== undefined) content = tag(position === 'sub' ? 'sub' : 'sup', '', content);
  return content;
}

function tagged(
  node: Element,
  children: PhrasingContent[],
  { ledger }: ConversionContext,
): PhrasingContent[] {
  const { tagName, properties } = node;
  if (children.length === 0) return [];
  const attributes = (TAGS[tagName] ?? []).map((name) => {
    const value = properties[name];
    const isAllowed =
      typeof value === 'string' && INLINE_TAGS[tagName]?.[name]?.test(value) === true;
    if (name === 'title' && isAllowed) ledger.keep(node, 'title');
    return isAllowed ? attribute(name.toLowerCase(), value) : '';
  });
  return tag(tagName, attributes.join(''), children);
}

function tag(name: string, attributes: string, children: PhrasingContent[]): PhrasingContent[] {
  if (children.length === 0) return [];
  return [
    { type: 'html', value: `<${name}${attributes}>` },
    ...children,
    { type: 'html', value: `</${name}>` },
  ];
}

function attribute(name: string, value: string): string {
  return ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
}

/** Marks content in another language, or in another direction, with a tag. */
export function withLanguage(
  node: Element,
  children: PhrasingContent[],
  context: ConversionContext,
): PhrasingContent[] {
  const attributes = languageAttributes(node, context);
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return attributes === '' || isEmpty ? children : tag('span', attributes, children);
}
