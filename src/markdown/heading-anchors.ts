import GithubSlugger, { slug as slugOf } from 'github-slugger';
import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
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
 * Gives every heading an `id`, and lists the headings in `file.data.headings`. The prefix prevents
 * conflicts with ids of the page.
 *
 *     ## What was said  →  <h2 id="section-what-was-said">What was said</h2>
 */
export function headingAnchors() {
  return (tree: Root, file: VFile): void => {
    const slugger = new GithubSlugger();
    const headings: PlacedHeading[] = [];
    visit(tree, 'element', (element) => {
      const depth = Number(/^h([2-6])$/.exec(element.tagName)?.[1]);
      if (Number.isNaN(depth)) return;
      const text = element.children.map(textOf).join('').replaceAll(/\s+/g, ' ').trim();
      const slug = `section-${slugger.slug(slugOf(text) || 'part')}`;
      element.properties.id = slug;
      headings.push({ depth, slug, text, line: element.position?.start.line ?? 1 });
    });
    file.data.headings = headings;
  };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll(PICTURE_GAP, '');
  if (node.type !== 'element') return '';
  // The number of a footnote is not part of the heading.
  if (node.properties.role === 'doc-noteref') return '';
  return node.tagName === 'br' ? ' ' : node.children.map(textOf).join('');
}
