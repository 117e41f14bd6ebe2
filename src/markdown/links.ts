import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { decodeAddress } from './decode-address.ts';

/** A link to an article of the publication, or to a heading in one. */
export interface ArticleLink {
  /** Absent in a link to a heading of the same article. */
  readonly slug?: string;
  /** The `id` of the heading. */
  readonly heading?: string;
  /** Counted from 1, in the Markdown. */
  readonly line: number;
}

/**
 * Allows links to the web (`http:`, `https:`), to email addresses (`mailto:`), to headings of the
 * same article, and to other articles by their file. All other links become plain text. Lists links
 * within the publication in `file.data.articleLinks`.
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
        parent.children.splice(index, 1, ...contentOf(element, file));
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

/** The content of a link, with the angle brackets of an autolink such as `<a:b>`. */
function contentOf({ children, position }: Element, file: VFile): ElementContent[] {
  const start = position?.start.offset;
  if (start === undefined || String(file)[start] !== '<') return children;
  return [{ type: 'text', value: '<' }, ...children, { type: 'text', value: '>' }];
}

interface Target {
  readonly href: string;
  readonly rel?: string[];
  /** If the link stays within the publication. */
  readonly article?: Omit<ArticleLink, 'line'>;
}

/** Whether links to this address are allowed. */
export function isAllowedTarget(href: string): boolean {
  return readTarget(href) !== undefined;
}

function readTarget(href: string): Target | undefined {
  // The sanitizer compares schemes literally, so normalize `HTTPS:` and tabs in a scheme.
  const url = URL.parse(href);
  if (url?.protocol === 'mailto:') return { href: url.href };
  if (url?.protocol === 'http:' || url?.protocol === 'https:') {
    // `https://known-site@example.org/` opens example.org, which readers would not expect.
    if (url.username + url.password !== '') return undefined;
    return { href: url.href, rel: ['noopener', 'noreferrer'] };
  }
  // Local targets have no colon, so no other scheme matches.
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

/** `#heading`, or the file of an article, relative to a file or a folder next to it. */
const LOCAL_TARGET =
  /^(?=.)(?:(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md)?(?:#(?<heading>[^\s#]+))?$/;
