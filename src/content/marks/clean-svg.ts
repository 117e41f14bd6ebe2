import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Fault } from '../../article/problem.ts';

/** The elements of a logo. None can run, load, link, or style anything outside of it. */
const TAGS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line'],
  ...['polyline', 'polygon', 'text', 'tspan', 'linearGradient', 'radialGradient', 'stop'],
  ...['clipPath', 'mask'],
]);

/** What editors write for themselves: removed without a word, because nobody sees it. */
const INVISIBLE_TAGS = /^(?:metadata|[a-z]+:.+)$/i;
const INVISIBLE_ATTRIBUTES =
  /^(?:class|className|data.*|enable-?background|id|role|style|version|xml.*|aria.*|[a-z]+:.+)$/i;

/** As hast properties. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['viewBox', 'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['d', 'points', 'transform', 'preserveAspectRatio', 'dx', 'dy', 'rotate', 'textLength'],
  ...['fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeWidth', 'strokeOpacity', 'opacity'],
  ...['strokeLineCap', 'strokeLineJoin', 'strokeMiterLimit', 'strokeDashArray', 'strokeDashOffset'],
  ...['clipPath', 'clipRule', 'mask', 'maskUnits', 'clipPathUnits', 'offset', 'stopColor'],
  ...['stopOpacity', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'fx', 'fy', 'fr'],
  ...['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'textAnchor', 'letterSpacing'],
  ...['dominantBaseline', 'vectorEffect', 'paintOrder', 'color'],
]);

/** Numbers, names, colours and functions: no quotes, no colons, no addresses. */
const VALUE = /^[\w\s#.,%()+-]*$/;
const LOCAL_REFERENCE = /^url\(#[\w-]+\)$/;
const ID = /^[\w-]+$/;

/** In UTF-8. Logos that are larger usually contain a picture. */
const MAX_BYTES = 20_000;

/**
 * Reads an SVG picture, and writes it again from what is known to be safe. Refuses everything else
 * that would be seen, such as scripts, style sheets, embedded pictures and links.
 */
export function cleanSvg(
  text: string,
): { readonly ok: true; readonly svg: string } | { readonly ok: false; readonly fault: Fault } {
  const fail = (wrong: string, right: string) => ({ ok: false as const, fault: { wrong, right } });
  if (Buffer.byteLength(text) > MAX_BYTES) {
    return fail(`The SVG has more than ${MAX_BYTES / 1000} KB.`, 'Simplify it, or use a PNG.');
  }
  // An SVG in HTML is parsed like one in a file, except for entities, which can hide things.
  const tree = fromHtml(text.replace(/^\uFEFF/, ''), { fragment: true });
  const root = tree.children.find((node) => node.type === 'element');
  const others = tree.children.filter((node) => node.type === 'element' && node !== root);
  if (root?.tagName !== 'svg' || others.length > 0) {
    return fail('The file is not an SVG picture.', 'Export it as SVG or PNG.');
  }
  const refused = new Set<string>();
  const clean = cleanElement(root, refused);
  const [first] = refused;
  if (first !== undefined) {
    return fail(
      `The SVG contains ${first}, which is not published.`,
      'Export it as plain SVG with presentation attributes and text as paths, or use a PNG.',
    );
  }
  clean.properties = { xmlns: 'http://www.w3.org/2000/svg', ...clean.properties };
  const page: Root = { type: 'root', children: [clean] };
  return { ok: true, svg: toHtml(page, { space: 'svg', closeEmptyElements: true }) };
}

function cleanElement({ tagName, properties, children }: Element, refused: Set<string>): Element {
  return {
    type: 'element',
    tagName,
    properties: cleanProperties(properties, refused),
    children: children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return [child];
      if (child.type !== 'element' || INVISIBLE_TAGS.test(child.tagName)) return [];
      if (TAGS.has(child.tagName)) return [cleanElement(child, refused)];
      refused.add(`<${child.tagName}>`);
      return [];
    }),
  };
}

function cleanProperties(
  properties: Element['properties'],
  refused: Set<string>,
): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const safe = LOCAL_REFERENCE.test(text) || (VALUE.test(text) && !/url/i.test(text));
    if (name === 'id' && ID.test(text)) kept.id = text;
    else if (ATTRIBUTES.has(name) && safe) kept[name] = text;
    else if (name === 'style' || !INVISIBLE_ATTRIBUTES.test(name))
      refused.add(`the attribute ${name}`);
  }
  return kept;
}
