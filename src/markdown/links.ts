import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodeAddress } from './decode-address.ts';

/** A link to another article of the publication. */
export interface ArticleLink {
  readonly slug: string;
  /** Counted from 1, in the body. */
  readonly line: number;
}

/**
 * Lets a link go where articles may link to, and nowhere else: to the web (`http:`, `https:`), to a
 * mailbox (`mailto:`), to a heading of the same article, or to another article by its file. Any
 * other link loses its address and keeps its words. Links to other articles are listed in
 * `file.data.articleLinks`.
 *
 *     [a](HTTPS://example.org/)  →  <a href="https://example.org/" rel="noopener noreferrer">a</a>
 *     [a](other-article.md#part) →  <a href="other-article.html#section-part">a</a>
 *     [a](#part)                 →  <a href="#section-part">a</a>
 *     [a](javascript:alert(1))   →  a
 *     [a](//example.org)         →  a
 */
export function links() {
  return (tree: Root, file: VFile): void => {
    const articleLinks: ArticleLink[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || isFootnoteLink(element)) return undefined;
      const target = readTarget(element.properties.href ?? '');
      if (target === undefined && parent && index !== undefined) {
        parent.children.splice(index, 1, ...element.children);
        return [SKIP, index];
      }
      if (target?.slug !== undefined) {
        articleLinks.push({ slug: target.slug, line: element.position?.start.line ?? 1 });
      }
      element.properties.href = target?.href;
      if (target?.rel) element.properties.rel = target.rel;
      return undefined;
    });
    file.data.articleLinks = articleLinks;
  };
}

function isFootnoteLink({ properties }: Element): boolean {
  return properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined;
}

interface Target {
  readonly href: string;
  readonly rel?: string[];
  /** The article it leads to, if it leads to another. */
  readonly slug?: string;
}

function readTarget(href: string): Target | undefined {
  // The WHATWG parser normalises what the sanitiser compares: `HTTPS:` and tabs within a scheme.
  const url = URL.parse(href);
  if (url?.protocol === 'mailto:') return { href: url.href };
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    return { href: url.href, rel: ['noopener', 'noreferrer'] };
  }
  if (url) return undefined;
  const local = LOCAL_TARGET.exec(href)?.groups;
  if (!local) return undefined;
  const { slug, heading } = local;
  const anchor = heading === undefined ? '' : `#section-${heading}`;
  return slug === undefined
    ? { href: anchor }
    : { href: `${slug}.html${anchor}`, slug: decodeAddress(slug) };
}

/** `#heading`; or the file of an article, from a file beside it or from a folder of its own. */
const LOCAL_TARGET =
  /^(?=.)(?:(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md)?(?:#(?<heading>[^\s#]+))?$/;
