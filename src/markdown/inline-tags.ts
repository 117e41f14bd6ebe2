import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Node, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { INLINE_TAGS } from './sanitize-schema.ts';

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement;
  }
  interface RootContentMap {
    inlineElement: InlineElement;
  }
}

/** An inline element that was written as a tag; remark-rehype makes of it what `data` says. */
interface InlineElement extends Node {
  type: 'inlineElement';
  children: PhrasingContent[];
  data: { hName: string; hProperties: Properties };
}

/**
 * Turns the inline tags that articles may use into elements, and shows every other piece of HTML
 * as the text that it is, so that nothing provided is ever lost.
 *
 *     <span lang="ru">Да</span>  →  <span lang="ru">Да</span>
 *     <b onclick="x">Да</b>      →  &#x3C;b onclick="x">Да&#x3C;/b>
 *     if a<b and c>d then        →  if a&#x3C;b and c>d then
 *
 * A tag counts if its name and all its attributes are on the list (`INLINE_TAGS`) and its closing
 * tag stands in the same run of text. A tag with anything else in it is shown whole.
 */
export function inlineTags() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'html')) {
        // Without HTML blocks (see noHtmlBlocks), `html` stands among phrasing content only.
        node.children = pairTags(node.children as PhrasingContent[]);
      }
    });
  };
}

interface OpenTag {
  readonly name: string;
  readonly properties: Properties;
  /** Where its text stands among the finished nodes; what it will enclose stands after it. */
  readonly at: number;
}

function pairTags(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const done: PhrasingContent[] = [];
  const open: OpenTag[] = [];
  for (const node of nodes) {
    const tag = node.type === 'html' ? readTag(node.value) : undefined;
    const opener = tag?.type === 'close' ? open.findLastIndex(({ name }) => name === tag.name) : -1;
    const start = open[opener];
    if (tag?.type === 'void') {
      done.push(inlineElement(tag.name, tag.properties, []));
    } else if (start) {
      // What was opened inside and not closed stays the text as which it was pushed.
      open.length = opener;
      const [, ...children] = done.splice(start.at);
      done.push(inlineElement(start.name, start.properties, children));
    } else {
      if (tag?.type === 'open') open.push({ ...tag, at: done.length });
      done.push(node.type === 'html' ? asText(node) : node);
    }
  }
  return done;
}

type Tag =
  | { readonly type: 'open' | 'void'; readonly name: string; readonly properties: Properties }
  | { readonly type: 'close'; readonly name: string };

/** Reads one tag of the list; `undefined` for any other piece of HTML. */
function readTag(html: string): Tag | undefined {
  const closing = /^<\/([a-z]+)\s*>$/i.exec(html)?.[1]?.toLowerCase();
  if (closing !== undefined) return { type: 'close', name: closing };
  const name = /^<([a-z]+)(?=[\s/>])/i.exec(html)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(INLINE_TAGS, name)) return undefined;
  const [element] = fromHtml(html, { fragment: true }).children;
  if (element?.type !== 'element' || element.tagName !== name) return undefined;
  const allowed = INLINE_TAGS[name] ?? {};
  const fits = Object.entries(element.properties).every(
    ([key, value]) => typeof value === 'string' && allowed[key]?.test(value) === true,
  );
  if (!fits) return undefined;
  return { type: name === 'br' ? 'void' : 'open', name, properties: element.properties };
}

function inlineElement(
  name: string,
  properties: Properties,
  children: PhrasingContent[],
): InlineElement {
  return { type: 'inlineElement', children, data: { hName: name, hProperties: properties } };
}

function asText({ value, position }: Html): Text {
  return position ? { type: 'text', value, position } : { type: 'text', value };
}
