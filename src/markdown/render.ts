import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import type { ContentFolder } from '../article/content-folder.ts';
import { readingMinutes } from '../article/reading-time.ts';
import { memoize } from '../i18n/memoize.ts';
import { wordsFor } from '../i18n/words.ts';
import { addresses } from './addresses.ts';
import { alternativeTexts } from './alternative-texts.ts';
import { cjkEmphasis } from './cjk-emphasis.ts';
import { comments } from './comments.ts';
import type { TextRange } from './cut-text.ts';
import { definitions } from './definitions.ts';
import { emptiness } from './emptiness.ts';
import { featuresOf, type Feature } from './features.ts';
import { figures } from './figures.ts';
import { footnoteRoles } from './footnote-roles.ts';
import { footnotes } from './footnotes.ts';
import { galleries } from './galleries.ts';
import { gfmParts } from './gfm-parts.ts';
import { headings, type PlacedHeading } from './headings.ts';
import { inlineOnly } from './inline-only.ts';
import { inlineTags } from './inline-tags.ts';
import { keyboardScrolling } from './keyboard-scrolling.ts';
import { limitNesting } from './limit-nesting.ts';
import { LIMITS } from './limits.ts';
import { linkCards } from './link-cards.ts';
import { links, type ArticleLink, type FileLink, type PageLink } from './links.ts';
import { noHtmlBlocks } from './no-html-blocks.ts';
import { noNestedLinks } from './no-nested-links.ts';
import { pictures, type BodyPicture } from './pictures.ts';
import { plainText } from './plain-text.ts';
import { probableComments } from './probable-comments.ts';
import { pullQuotes } from './pull-quotes.ts';
import { recordings, type BodyRecording } from './recordings.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { tableColumns } from './table-columns.ts';
import { tables } from './tables.ts';
import { unwrapParagraphs } from './unwrap-paragraphs.ts';
import { unreadAddresses } from './unread-addresses.ts';
import { withinLimits } from './within-limits.ts';
import { withoutMarks } from './without-marks.ts';

declare module 'vfile' {
  interface DataMap {
    articleLinks: ArticleLink[];
    headings: PlacedHeading[];
    isEmpty: boolean;
    pictures: BodyPicture[];
    plainText: string;
  }
}

/** A problem in a text, in words for its author. */
export interface BodyFault {
  /** Counted from 1, in the body. */
  readonly line: number;
  readonly wrong: string;
  readonly right: string;
}

/** A body as safe HTML, with the data that pages need. */
export interface RenderedBody {
  /** Sanitized HTML, with a `PICTURE_GAP` in the place of each picture. */
  readonly html: string;
  /** In the order of their gaps. */
  readonly pictures: readonly BodyPicture[];
  readonly recordings: readonly BodyRecording[];
  readonly headings: readonly PlacedHeading[];
  /** Whole minutes, at least one. */
  readonly readingMinutes: number;
  readonly articleLinks: readonly ArticleLink[];
  readonly pageLinks: readonly PageLink[];
  readonly fileLinks: readonly FileLink[];
  /** Where the addresses of links, pictures and definitions are in the text without its comments. */
  readonly addresses: readonly TextRange[];
  /** Whether it shows neither words nor pictures. */
  readonly isEmpty: boolean;
  /** Problems that prevent publishing. */
  readonly faults: readonly BodyFault[];
  /** Differences from what the author may expect. */
  readonly warnings: readonly BodyFault[];
}

/**
 * Renders the body of an article.
 * @param markdown CommonMark with GFM's footnotes, tables and deletions
 * @param language the article's (BCP 47), for the words that footnotes add
 * @param folder see `readLinkTarget`
 * @param contentFolder the folder in `content/` that the text is in. Defaults to `articles`
 * @param seconds the time limit, in processor time
 * @throws LimitError if it exceeds one of the `LIMITS`
 */
export function renderBody(
  markdown: string,
  language: string,
  folder = '',
  contentFolder?: ContentFolder,
  seconds: number = LIMITS.seconds,
): RenderedBody {
  const processor = processorFor(markdown, wordsFor(language).language);
  const file = withinLimits(markdown, seconds, () =>
    processor.processSync(
      new VFile({ value: withoutMarks(markdown), data: { folder, contentFolder } }),
    ),
  );
  return {
    html: String(file),
    pictures: file.data.pictures ?? [],
    recordings: file.data.recordings ?? [],
    headings: file.data.headings ?? [],
    readingMinutes: readingMinutes(file.data.plainText ?? '', language),
    articleLinks: file.data.articleLinks ?? [],
    pageLinks: file.data.pageLinks ?? [],
    fileLinks: file.data.fileLinks ?? [],
    addresses: file.data.addresses ?? [],
    isEmpty: file.data.isEmpty ?? true,
    ...messagesOf(file),
  };
}

/** Steps report faults with `file.message`, and warnings with `file.info`. */
function messagesOf({ messages }: VFile): Pick<RenderedBody, 'faults' | 'warnings'> {
  const toFault = ({ line, reason, note }: VFile['messages'][number]): BodyFault => ({
    line: line ?? 1,
    wrong: reason,
    right: note ?? '',
  });
  return {
    faults: messages.filter(({ fatal }) => fatal !== undefined).map(toFault),
    warnings: messages.filter(({ fatal }) => fatal === undefined).map(toFault),
  };
}

/** Renders a caption or credit: inline Markdown with inline tags, without a paragraph. */
export function renderInline(markdown: string): string {
  return String(inlineProcessor.processSync(withoutMarks(markdown)));
}

/** Returns the links and problems of a caption or credit. All lines are 1. */
export function inspectInline(
  markdown: string,
): Pick<RenderedBody, 'articleLinks' | 'pageLinks' | 'isEmpty' | 'faults' | 'warnings'> {
  const file = inlineProcessor.processSync(withoutMarks(markdown));
  return {
    articleLinks: file.data.articleLinks ?? [],
    pageLinks: file.data.pageLinks ?? [],
    isEmpty: file.data.isEmpty ?? true,
    ...messagesOf(file),
  };
}

/**
 * The steps from Markdown to safe HTML. Comments say what depends on their order.
 * @param features see `featuresOf`
 */
export function bodyProcessor(language: string, features: string) {
  const words = wordsFor(language);
  const numbers = new Intl.NumberFormat(language, { useGrouping: false });
  const formatNumber = (number: number): string => numbers.format(number);
  const has = (feature: Feature): boolean => features.includes(feature);
  return (
    remark()
      // Extend and wrap the parser.
      .use(gfmParts, { tables: has('tables') })
      .use(cjkEmphasis)
      .use(noHtmlBlocks)
      .use(comments)
      .use(addresses)
      // Transform the Markdown tree. Tags first, because they nest.
      .use(inlineTags, has('tags'))
      .use(unreadAddresses, has('paths'))
      .use(limitNesting)
      .use(definitions, has('definitions'))
      .use(probableComments, has('comments'))
      .use(linkCards, has('addresses'))
      .use(tableColumns, has('tables'))
      .use(footnotes, has('footnotes'))
      // Turn the Markdown tree into an HTML tree.
      .use(remarkRehype, {
        clobberPrefix: '',
        footnoteBackContent: '↩\uFE0E',
        footnoteBackLabel: (note, call) =>
          words.backToCall.replace(
            '{n}',
            [note + 1, ...(call > 1 ? [call] : [])].map(formatNumber).join('-'),
          ),
      })
      // Before `alternativeTexts` and `figures`, which are about pictures.
      .use(recordings, has('pictures'))
      // Before `figures`, which turns titles into captions.
      .use(alternativeTexts, has('pictures'))
      // Before `pictures`, which removes `<img>`.
      .use(figures, has('pictures'))
      // After `figures`, which it groups.
      .use(galleries, has('pictures'))
      // Before `links`, because remote pictures become links.
      .use(pictures, has('pictures'))
      .use(links, has('links'))
      // After `links`, which removes some of them.
      .use(noNestedLinks, has('links'))
      // After `links` and `noNestedLinks`, which need the attributes that it removes.
      .use(footnoteRoles, has('footnotes') && { label: words.footnotes, formatNumber })
      .use(tables, has('tables'))
      .use(keyboardScrolling, has('tables') || has('preformatted'))
      .use(pullQuotes, has('quotations'))
      // After `links` and `noNestedLinks`, because it adds links. After `footnoteRoles`, which removes the
      // heading of remark-rehype, and marks the numbers to leave out of ids.
      .use(headings, has('headings'))
      // After `footnoteRoles`, to leave footnote numbers out of the text.
      .use(plainText)
      // Last: no other step may add to what the schema allows.
      .use(rehypeSanitize, sanitizeSchema)
      .use(emptiness)
      .use(rehypeStringify)
      .freeze()
  );
}

const processors = memoize((language) => memoize((features) => bodyProcessor(language, features)));

/**
 * Returns the steps for a text. Those for features that it does not have are left out: each walks
 * through all of a tree, and together they take a fifth of the time of rendering.
 * @param language one that has words (see `wordsFor`)
 */
export function processorFor(markdown: string, language: string) {
  return processors(language)(featuresOf(markdown));
}

const inlineProcessor = remark()
  .use(inlineOnly)
  .use(cjkEmphasis)
  .use(comments)
  .use(inlineTags)
  .use(remarkRehype)
  .use(unwrapParagraphs)
  .use(links)
  .use(rehypeSanitize, sanitizeSchema)
  .use(emptiness)
  .use(rehypeStringify)
  .freeze();
