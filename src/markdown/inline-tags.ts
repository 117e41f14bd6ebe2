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

/** An inline element written as a tag. remark-rehype creates an HTML element from `data`. */
interface InlineElement extends Node {
  type: 'inlineElement';
  children: PhrasingContent[];
  data: { hName: string; hProperties: Properties };
}

/**
 * Turns allowed inline tags into elements, and shows all other HTML as text, so that nothing is lost.
 *
 *     <span lang="ru">Да</span>  →  <span lang="ru">Да</span>
 *     <b onclick="x">Да</b>      →  &#x3C;b onclick="x">Да&#x3C;/b>
 *     if a<b and c>d then        →  if a&#x3C;b and c>d then
 *
 * A tag is allowed if its name and all its attributes are in `INLINE_TAGS`, and its closing tag has
 * the same parent.
 */
export function inlineTags() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'html')) {
        // Only phrasing content can contain `html`, because HTML blocks are disabled (see `noHtmlBlocks`).
        node.children = pairTags(node.children as PhrasingContent[]);
      }
    });
  };
}

interface OpenTag {
  readonly name: string;
  readonly properties: Properties;
  /** The index of its text in `done`. Its content follows it. */
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
      // Unclosed tags in between stay text.
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

/** Reads an allowed tag. Returns `undefined` for all other HTML. */
function readTag(html: string): Tag | undefined {
  const closing = /^<\/([a-z]+)\s*>$/i.exec(html)?.[1]?.toLowerCase();
  if (closing !== undefined) return { type: 'close', name: closing };
  const name = /^<([a-z]+)(?=[\s/>])/i.exec(html)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(INLINE_TAGS, name)) return undefined;
  const [element] = fromHtml(html, { fragment: true }).children;
  if (element?.type !== 'element' || element.tagName !== name) return undefined;
  const allowed = INLINE_TAGS[name] ?? {};
  const isAllowed = Object.entries(element.properties).every(
    ([key, value]) => typeof value === 'string' && allowed[key]?.test(value) === true,
  );
  if (!isAllowed) return undefined;
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
