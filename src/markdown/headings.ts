import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isEmpty } from './emptiness.ts';
import { PICTURE_GAP } from './pictures.ts';

/** A heading of the body, for tables of contents. */
export interface Heading {
  /** 2 to 6. */
  readonly depth: number;
  /** The heading's `id`. */
  readonly slug: string;
  /** On one line. Empty if the heading is a picture. */
  readonly text: string;
}

/** A heading, and where it is. */
export interface PlacedHeading extends Heading {
  /** Counted from 1, in the body. */
  readonly line: number;
}

/**
 * Adjusts headings to the page, and lists them in `file.data.headings`:
 *
 * - The highest level becomes `<h2>`, because the headline is the only `<h1>`, and no level is skipped,
 *   so that screen readers get a complete outline.
 * - Each has an `id`, with a prefix that prevents conflicts with ids of the page, and is a link to
 *   itself, so that readers can copy its address. Links cannot be nested, so a heading that contains
 *   one is none.
 * - Empty headings are removed.
 *
 *     # Main       <h2 id="section-main"><a href="#section-main">Main</a></h2>
 *     ### Part  →  <h3 id="section-part"><a href="#section-part">Part</a></h3>
 */
export function headings() {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger();
    const placed: PlacedHeading[] = [];
    const enclosing: number[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'p') return SKIP;
      const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
      if (Number.isNaN(level)) return undefined;
      if (isEmpty(element) && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return index;
      }
      while ((enclosing.at(-1) ?? 0) >= level) enclosing.pop();
      enclosing.push(level);
      // Markdown has six levels, and five are left below the headline.
      const depth = Math.min(enclosing.length + 1, 6);
      const text = element.children.map(textOf).join('').replaceAll(/\s+/g, ' ').trim();
      const slug = `section-${slugger.slug(slugOf(text) || 'part')}`;
      placed.push({ depth, slug, text, line: element.position?.start.line ?? 1 });
      element.tagName = `h${depth}`;
      element.properties.id = slug;
      if (!element.children.some(containsLink)) {
        const properties = { href: `#${slug}` };
        const { children } = element;
        element.children = [{ type: 'element', tagName: 'a', properties, children }];
      }
      return SKIP;
    });
    file.data.headings = placed;
  };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll(PICTURE_GAP, '');
  if (node.type !== 'element') return '';
  // The number of a footnote is not part of the heading.
  if (node.properties.role === 'doc-noteref') return '';
  return node.tagName === 'br' ? ' ' : node.children.map(textOf).join('');
}

function containsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(containsLink));
}
