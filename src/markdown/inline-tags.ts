import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Node, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
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
 * the same parent. Each other tag is a warning, once a line.
 */
export function inlineTags() {
  return (tree: Root, file: VFile): void => {
    const warned = new Set<string>();
    const warn = (tag: Html): void => {
      const name = nameOf(tag.value);
      const key = `${tag.position?.start.line ?? 0} ${name}`;
      if (warned.has(key)) return;
      warned.add(key);
      const { wrong, right } = explain(name);
      file.info(wrong, { place: tag.position }).note = right;
    };
    // CommonMark has no tags with a colon, so these are text already. Word writes them: <o:p></o:p>
    visit(tree, 'text', ({ position }) => {
      if (!position) return;
      const source = String(file).slice(position.start.offset, position.end.offset);
      for (const { 0: value, index } of source.matchAll(NAMESPACED_TAG)) {
        const line = position.start.line + source.slice(0, index).split('\n').length - 1;
        const start = { line, column: 1 };
        warn({ type: 'html', value, position: { start, end: start } });
      }
    });
    visit(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'html')) {
        // Only phrasing content can contain `html`, because HTML blocks are disabled (see `noHtmlBlocks`).
        node.children = pairTags(node.children as PhrasingContent[], warn);
      }
    });
  };
}

const NAMESPACED_TAG = /(?<!\\)<\/?[a-z]\w{0,20}:[a-z][\w-]{0,40}(?:\s[^<>]{0,300})?\/?>/gi;

/** `div` for `<div class="a">` and `</div>`. For other markup, its first characters: `!DOCTYPE`. */
function nameOf(html: string): string {
  return /^<\/?(?<name>[!?]?[^\s<>/]{0,40})/.exec(html)?.groups?.name ?? '';
}

function explain(name: string): { wrong: string; right: string } {
  const escape = 'If readers should see it, put it in backticks.';
  return Object.hasOwn(INLINE_TAGS, name.toLowerCase())
    ? {
        wrong: `The tag <${name}> is shown as text, because it has an attribute that is not allowed, or no opening or closing tag in the same paragraph.`,
        right: `Write <${name}> without attributes, and close it in the paragraph. ${escape}`,
      }
    : {
        wrong: `The tag <${name}> is shown as text.`,
        right: `Write it in Markdown, or remove it. ${escape}`,
      };
}

interface OpenTag {
  readonly tag: Html;
  readonly name: string;
  readonly properties: Properties;
  /** The index of its text in `done`. Its content follows it. */
  readonly at: number;
}

/** @param onText receives each tag that is shown as text */
function pairTags(
  nodes: readonly PhrasingContent[],
  onText: (tag: Html) => void,
): PhrasingContent[] {
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
      for (const { tag } of open.slice(opener + 1)) onText(tag);
      open.length = opener;
      const [, ...children] = done.splice(start.at);
      done.push(inlineElement(start.name, start.properties, children));
    } else if (node.type === 'html') {
      if (tag?.type === 'open') open.push({ ...tag, tag: node, at: done.length });
      else onText(node);
      done.push(asText(node));
    } else {
      done.push(node);
    }
  }
  for (const { tag } of open) onText(tag);
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
  const properties = Object.entries(element.properties).map(
    // Lists of words, such as `rel`, are arrays.
    ([key, value]) => [key, Array.isArray(value) ? value.join(' ') : value] as const,
  );
  const isAllowed = properties.every(
    ([key, value]) => typeof value === 'string' && allowed[key]?.test(value) === true,
  );
  if (!isAllowed || (name === 'a' && element.properties.href === undefined)) return undefined;
  return {
    type: name === 'br' ? 'void' : 'open',
    name,
    properties: Object.fromEntries(properties.filter(([key]) => !IGNORED.has(key))),
  };
}

/** Attributes that are allowed in a link, and have no effect. */
const IGNORED: ReadonlySet<string> = new Set(['target', 'rel']);

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
