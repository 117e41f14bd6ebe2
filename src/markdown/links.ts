import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodeAddress } from './decode-address.ts';

/** A link to an article of the publication, or to a heading of one. */
export interface ArticleLink {
  /** The article's; absent in a link to a heading of the same article. */
  readonly slug?: string;
  /** The `id` of the heading that it leads to, if it leads to one. */
  readonly heading?: string;
  /** Counted from 1, in the Markdown. */
  readonly line: number;
}

/**
 * Lets a link go where articles may link to, and nowhere else: to the web (`http:`, `https:`), to a
 * mailbox (`mailto:`), to a heading of the same article, or to another article by its file. Any
 * other link loses its address and keeps its words. Links within the publication are
 * listed in `file.data.articleLinks`.
 *
 *     [a](HTTPS://example.org/)  →  <a href="https://example.org/" rel="noopener noreferrer">a</a>
 *     [a](other-article.md#part) →  <a href="other-article.html#section-part">a</a>
 *     [a](#part)                 →  <a href="#section-part">a</a>
 *     [a](javascript:alert(1))   →  a
 *     [a](//example.org)         →  a
 *     [a](https://b@example.org) →  a
 *     x<y:z>                     →  x&#x3C;y:z>
 */
export function links() {
  return (tree: Root, file: VFile): void => {
    const articleLinks: ArticleLink[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || isFootnoteLink(element)) return undefined;
      const target = readTarget(element.properties.href ?? '');
      if (target === undefined && parent && index !== undefined) {
        const words = wordsOf(element, file);
        parent.children.splice(index, 1, ...words);
        return [SKIP, index];
      }
      if (target?.article) {
        articleLinks.push({ ...target.article, line: element.position?.start.line ?? 1 });
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

/** What remains of a link without an address. One written `<a:b>` was text between angle brackets. */
function wordsOf({ children, position }: Element, file: VFile): ElementContent[] {
  const start = position?.start.offset;
  if (start === undefined || String(file)[start] !== '<') return children;
  return [{ type: 'text', value: '<' }, ...children, { type: 'text', value: '>' }];
}

interface Target {
  readonly href: string;
  readonly rel?: string[];
  /** What it leads to, if it stays within the publication. */
  readonly article?: Omit<ArticleLink, 'line'>;
}

/** Whether a link to this address stays one. */
export function isTarget(href: string): boolean {
  return readTarget(href) !== undefined;
}

function readTarget(href: string): Target | undefined {
  // The WHATWG parser normalises what the sanitiser compares: `HTTPS:` and tabs within a scheme.
  const url = URL.parse(href);
  if (url?.protocol === 'mailto:') return { href: url.href };
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    // `https://a-known-name@example.org/` leads to example.org, and looks as if it did not.
    if (url.username + url.password !== '') return undefined;
    return { href: url.href, rel: ['noopener', 'noreferrer'] };
  }
  // No other scheme passes: a local target holds no colon.
  const local = LOCAL_TARGET.exec(href)?.groups;
  if (!local) return undefined;
  const { slug, heading } = local;
  const anchor = heading === undefined ? '' : `#section-${heading}`;
  return {
    href: `${slug === undefined ? '' : `${slug}.html`}${anchor}`,
    article: {
      ...(slug !== undefined && { slug: decodeAddress(slug) }),
      ...(heading !== undefined && { heading: `section-${decodeAddress(heading)}` }),
    },
  };
}

/** `#heading`; or the file of an article, from a file beside it or from a folder of its own. */
const LOCAL_TARGET =
  /^(?=.)(?:(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md)?(?:#(?<heading>[^\s#]+))?$/;
