import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { SitePath } from '../article/address.ts';
import type { ContentFolder } from '../article/content-folder.ts';
import { readLinkTarget } from './link-target.ts';

/** A link to an article or a page of the publication, or to a heading in one. */
export interface ArticleLink {
  /** The folder in `content/` that the link names. Absent if it is the folder of the text. */
  readonly folder?: ContentFolder;
  /** Absent in a link to a heading of the same article. */
  readonly slug?: string;
  /** The `id` of the heading. */
  readonly heading?: string;
  /** Counted from 1, in the Markdown. */
  readonly line: number;
}

/** A link to a page of the site that is not an article, or to a file in `public/`. */
export interface PageLink {
  readonly page: SitePath;
  /** Counted from 1, in the Markdown. */
  readonly line: number;
}

/** A link to a file beside the article. */
export interface FileLink {
  /** Relative to the article's file: `./report.pdf`. */
  readonly path: string;
  /** Counted from 1, in the Markdown. */
  readonly line: number;
}

declare module 'vfile' {
  interface DataMap {
    /** See `readLinkTarget`. */
    folder: string | undefined;
    /** The folder in `content/` of the text. Defaults to `articles`. */
    contentFolder: ContentFolder | undefined;
    pageLinks: PageLink[];
    fileLinks: FileLink[];
  }
}

/**
 * Allows the links that `readLinkTarget` knows. An address that needs a correction is a fault. All
 * other links become plain text, with a warning. Lists the links within the site in `file.data`.
 *
 *     [a](HTTPS://example.org/)  →  <a href="https://example.org/" rel="noopener noreferrer">a</a>
 *     [a](other-article.md#part) →  <a href="other-article.html#section-part">a</a>
 *     [a](../pages/imprint.md)   →  <a href="../imprint.html">a</a>
 *     [a](#part)                 →  <a href="#section-part">a</a>
 *     [a](/archive.html)         →  <a href="../archive.html">a</a>
 *     [a](report.pdf)            →  <a href="slug/report.pdf">a</a>
 *     [a](javascript:alert(1))   →  a
 *     x<y:z>                     →  x&#x3C;y:z>
 */
export function links() {
  return (tree: Root, file: VFile): void => {
    const articleLinks: ArticleLink[] = [];
    const pageLinks: PageLink[] = [];
    const fileLinks: FileLink[] = [];
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'a' || isFootnoteLink(element)) return undefined;
      const target = readLinkTarget(
        element.properties.href ?? '',
        file.data.folder,
        file.data.contentFolder,
      );
      const place = element.position ?? parent?.position;
      if (target.kind !== 'link') {
        const report = target.kind === 'mistake' ? 'message' : 'info';
        file[report](target.wrong, { place }).note = target.right;
        if (!parent || index === undefined) return undefined;
        parent.children.splice(index, 1, ...contentOf(element, file));
        return [SKIP, index];
      }
      const line = place?.start.line ?? 1;
      if (target.article) articleLinks.push({ ...target.article, line });
      if (target.page !== undefined) pageLinks.push({ page: target.page, line });
      if (target.file !== undefined) fileLinks.push({ path: target.file, line });
      element.properties.href = target.href;
      if (target.rel) element.properties.rel = target.rel;
      return undefined;
    });
    Object.assign(file.data, { articleLinks, pageLinks, fileLinks });
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
