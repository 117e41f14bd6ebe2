import { posix } from 'node:path';
import { relativeLink, type SitePath } from '../article/address.ts';
import { siteFolder, wayBetween, type ContentFolder } from '../article/content-folder.ts';
import { checkFilePath, LINKABLE_FILES } from '../article/linked-file.ts';
import { isPictureName } from '../article/picture-path.ts';
import { decodeAddress } from './decode-address.ts';

/** What the address of a link leads to. */
export type LinkTarget =
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly rel?: string[];
      /** An article, or a heading. `slug` is absent for the same article. */
      readonly article?: {
        /** Absent if it is the folder of the text. */
        readonly folder?: ContentFolder;
        readonly slug?: string;
        readonly heading?: string;
      };
      /** Another page or file of the site. */
      readonly page?: SitePath;
      /** A file beside the article: `./report.pdf`. */
      readonly file?: string;
    }
  /** An address that needs a correction. */
  | { readonly kind: 'mistake'; readonly wrong: string; readonly right: string }
  /** Not an address that articles can link to: the link is shown as text. */
  | { readonly kind: 'text'; readonly wrong: string; readonly right: string };

/**
 * Reads the address of a link: a URL, a heading, an article by its file, a page of the site relative
 * to the article's page or from the root, or a file beside the article.
 *
 *     HTTPS://example.org, tel:+49-30-1  →  a link with a normalized URL
 *     other.md#part, other.html          →  a link to other.html#section-part, other.html
 *     ../topics/council.html, /archive.html  →  a link to ../topics/council.html, ../archive.html
 *     report.pdf                         →  a link to slug/report.pdf
 *     www.example.org                    →  a mistake
 *     javascript:alert(1)                →  text
 * @param folder the article's folder, for `slug/index.md`; empty for `slug.md`; `undefined` where
 *   links to files are not possible
 * @param from the folder in `content/` that the text is in
 */
export function readLinkTarget(
  address: string,
  folder: string | undefined,
  from: ContentFolder = 'articles',
): LinkTarget {
  return (
    readFileOfContent(address, from) ??
    readHeadingOrArticle(address) ??
    readUrl(address) ??
    readPath(address, folder, from)
  );
}

/** Reads the file of a page through its folder: `../pages/imprint.md#part`. */
function readFileOfContent(address: string, from: ContentFolder): LinkTarget | undefined {
  const groups = FILE_OF_CONTENT.exec(address)?.groups;
  if (!groups) return undefined;
  const { slug = '', heading } = groups;
  // The pattern allows no others.
  const folder = groups.folder as ContentFolder;
  const anchor = heading === undefined ? '' : `#section-${heading}`;
  return {
    kind: 'link',
    href: `${wayBetween(from, folder)}${slug}.html${anchor}`,
    article: {
      ...(folder !== from && { folder }),
      slug: decodeAddress(slug),
      ...(heading !== undefined && { heading: `section-${decodeAddress(heading)}` }),
    },
  };
}

const FILE_OF_CONTENT =
  /^(?:\.\.\/){1,2}(?<folder>articles|pages|authors|topics)\/(?!index\.md)(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md(?:#(?<heading>[^\s#]+))?$/;

function readHeadingOrArticle(address: string): LinkTarget | undefined {
  const groups = HEADING_OR_ARTICLE.exec(address)?.groups;
  if (!groups) return undefined;
  const { slug, heading } = groups;
  const anchor = heading === undefined ? '' : `#section-${heading}`;
  return {
    kind: 'link',
    href: `${slug === undefined ? '' : `${slug}.html`}${anchor}`,
    article: {
      ...(slug !== undefined && { slug: decodeAddress(slug) }),
      ...(heading !== undefined && { heading: `section-${decodeAddress(heading)}` }),
    },
  };
}

/** `#heading`, or the file of an article, relative to a file or a folder next to it. */
const HEADING_OR_ARTICLE =
  /^(?=.)(?:(?:\.{1,2}\/)?(?<slug>[^\s/\\:?#]+?)(?:\/index)?\.md)?(?:#(?<heading>[^\s#]+))?$/;

/** Reads an address with a scheme, or one that only lacks it. */
function readUrl(address: string): LinkTarget | undefined {
  const start = /^(?:www\.|\/\/)/i.exec(address)?.[0];
  if (start !== undefined) {
    return incomplete(address, `https://${start === '//' ? address.slice(2) : address}`);
  }
  if (EMAIL.test(address)) return incomplete(address, `mailto:${address}`);
  if (PHONE.test(decodeAddress(address))) {
    return incomplete(address, `tel:${decodeAddress(address).replaceAll(/[^+\d]/g, '')}`);
  }
  // The sanitizer compares schemes literally, so normalize `HTTPS:` and tabs in a scheme.
  const url = URL.parse(address);
  switch (url?.protocol) {
    case 'http:':
    case 'https:':
      // `https://known-site@example.org/` opens example.org, which readers would not expect.
      if (url.username + url.password !== '') {
        return {
          kind: 'mistake',
          wrong: `The address ${address} has a user name before the @, which hides where it leads.`,
          right: 'Remove the user name and the @.',
        };
      }
      return { kind: 'link', href: url.href, rel: ['noopener', 'noreferrer'] };
    case 'mailto:':
      return { kind: 'link', href: url.href };
    case 'tel:': {
      const number = decodeAddress(url.pathname);
      if (PHONE.test(number)) return { kind: 'link', href: `tel:${number.replaceAll(' ', '')}` };
      return {
        kind: 'mistake',
        wrong: `"${address}" is not a telephone number.`,
        right: 'Write digits, with the country code: tel:+493012345',
      };
    }
    default:
  }
  if (/^https?:/i.test(address)) {
    return {
      kind: 'mistake',
      wrong: `"${address}" is not a complete web address.`,
      right: 'Write the full address: https://example.org/page',
    };
  }
  return url ? shownAsText(`Articles cannot link to ${url.protocol} addresses.`) : undefined;
}

const EMAIL = /^[^\s@/:?#<>"]+@[^\s@/:?#<>".]+(?:\.[^\s@/:?#<>".]+)+$/;
const PHONE = /^\+?[\d ().-]{3,}$/;

function incomplete(address: string, complete: string): LinkTarget {
  return {
    kind: 'mistake',
    wrong: `The address "${decodeAddress(address)}" is not complete.`,
    right: `Write ${complete}`,
  };
}

function readPath(address: string, folder: string | undefined, from: ContentFolder): LinkTarget {
  const { encoded = '', rest = '' } = PATH.exec(address)?.groups ?? {};
  const path = decodeAddress(encoded);
  if (path === '') return shownAsText('The link has no address.');
  const invalid = /[\u0000-\u001F\u007F\\:*?"<>|#%]/.exec(path)?.[0];
  if (invalid !== undefined) {
    return shownAsText(`The address contains the character ${JSON.stringify(invalid)}.`);
  }
  if (/\.md$/i.test(path)) {
    const file = /(?<name>[^/]+?)(?:\/index)?\.md$/i.exec(path)?.groups?.name ?? '';
    return {
      kind: 'mistake',
      wrong: `"${path}" is not the address of an article.`,
      right: `Write the name of its file: ${file}.md`,
    };
  }
  const own = siteFolder(from);
  const resolved = posix.normalize(path.startsWith('/') ? `.${path}` : `${own}${path}`);
  if (resolved.startsWith('..')) {
    return {
      kind: 'mistake',
      wrong: `The link to "${path}" leads outside the site.`,
      right: 'Put the file into the folder of the article, and link to it by its name.',
    };
  }
  const slug = /^articles\/(?<slug>[^/]+)\.html$/.exec(resolved)?.groups?.slug;
  if (slug !== undefined && !rest.startsWith('?')) return readArticlePage(slug, rest, from);
  const isBeside = from === 'articles' ? resolved.startsWith(own) : !path.startsWith('/');
  const isFile = isBeside && !/(?:\/|\.html?|^)$/i.test(resolved);
  if (isFile) {
    return readFile(resolved.replace(own, ''), rest, from === 'articles' ? folder : undefined);
  }
  const page = /(?:^\.?|\/)$/.test(resolved)
    ? `${resolved.replace(/^\.?\/?$/, '')}index.html`
    : resolved;
  return { kind: 'link', href: relativeLink(`${own}any.html`, page) + rest, page };
}

const PATH = /^(?<encoded>[^?#]*)(?<rest>(?:\?[^#]*)?(?:#.*)?)$/s;

/** @param rest of the address: empty, or from `#` */
function readArticlePage(slug: string, rest: string, from: ContentFolder): LinkTarget {
  const href = `${wayBetween(from, 'articles')}${encodeURIComponent(slug)}.html`;
  const folder = from === 'articles' ? {} : { folder: 'articles' as const };
  // A text fragment leads to a passage: https://wicg.github.io/scroll-to-text-fragment/
  if (rest === '' || rest === '#' || rest.startsWith('#:~:')) {
    return { kind: 'link', href: href + rest, article: { ...folder, slug } };
  }
  const [anchor = ''] = rest.slice(1).split(':~:');
  const prefix = anchor.startsWith('section-') ? '' : 'section-';
  const heading = prefix + decodeAddress(anchor);
  return {
    kind: 'link',
    href: `${href}#${prefix}${rest.slice(1)}`,
    article: { ...folder, slug, heading },
  };
}

function readFile(fromPage: string, rest: string, folder: string | undefined): LinkTarget {
  if (folder === undefined) {
    return {
      kind: 'mistake',
      wrong: `A caption, a credit or a page cannot link to "${fromPage}".`,
      right: 'Link to a web page or an article, or link to the file in the body of an article.',
    };
  }
  const own = folder !== '' && fromPage.startsWith(`${folder}/`);
  const path = own ? fromPage.slice(folder.length + 1) : fromPage;
  const wrong = checkFilePath(path);
  if (wrong !== undefined) {
    return { kind: 'mistake', wrong, right: adviceFor(path) };
  }
  const href = [...(folder === '' ? [] : [folder]), ...path.split('/')]
    .map(encodeURIComponent)
    .join('/');
  return { kind: 'link', href: href + rest, file: `./${path}` };
}

function adviceFor(path: string): string {
  const website = DOMAIN.test(path) ? `For a website, write https://${path}. ` : '';
  if (isPictureName(path)) return `Show the picture: ![What it shows](<${path}>)`;
  if (website === '' && !/\.[^./]+$/.test(path)) {
    return `For an article, write ${path}.md. For a page of the site, write its file: /archive.html`;
  }
  return `${website}Files can be of these types: ${LINKABLE_FILES.join(', ')}.`;
}

const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/|$)/u;

function shownAsText(wrong: string): LinkTarget {
  return {
    kind: 'text',
    wrong: `${wrong} The link is shown as text.`,
    right: 'Link to an https:, http:, mailto: or tel: address, an article, a page or a file.',
  };
}
