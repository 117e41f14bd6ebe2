import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import type { VFile } from 'vfile';
import { readingMinutes } from '../article/reading-time.ts';
import { memoize } from '../i18n/memoize.ts';
import { wordsFor } from '../i18n/words.ts';
import { comments } from './comments.ts';
import { definitions } from './definitions.ts';
import { emptiness } from './emptiness.ts';
import { figures } from './figures.ts';
import { footnoteRoles } from './footnote-roles.ts';
import { footnotes } from './footnotes.ts';
import { gfmParts } from './gfm-parts.ts';
import { headingAnchors, type PlacedHeading } from './heading-anchors.ts';
import { headingSelfLinks } from './heading-self-links.ts';
import { headingLevels } from './heading-levels.ts';
import { inlineOnly } from './inline-only.ts';
import { inlineTags } from './inline-tags.ts';
import { keyboardScrolling } from './keyboard-scrolling.ts';
import { limitNesting } from './limit-nesting.ts';
import { links, type ArticleLink } from './links.ts';
import { noHtmlBlocks } from './no-html-blocks.ts';
import { noNestedLinks } from './no-nested-links.ts';
import { pictures, type BodyPicture } from './pictures.ts';
import { plainText } from './plain-text.ts';
import { pullQuotes } from './pull-quotes.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { tableColumns } from './table-columns.ts';
import { tables } from './tables.ts';
import { unwrapParagraphs } from './unwrap-paragraphs.ts';
import { withinLimits } from './within-limits.ts';

declare module 'vfile' {
  interface DataMap {
    articleLinks: ArticleLink[];
    headings: PlacedHeading[];
    isEmpty: boolean;
    pictures: BodyPicture[];
    plainText: string;
  }
}

/** Something wrong with a text, in words for the one who wrote it. */
export interface BodyFault {
  /** Counted from 1, in the body. */
  readonly line: number;
  readonly wrong: string;
  readonly right: string;
}

/** A body as safe HTML, and what the page needs to know of it. */
export interface RenderedBody {
  /** Sanitised HTML, with a gap (see `PICTURE_GAP`) where each picture is to be shown. */
  readonly html: string;
  /** In the order of their gaps. */
  readonly pictures: readonly BodyPicture[];
  readonly headings: readonly PlacedHeading[];
  /** How long it takes to read, in whole minutes. */
  readonly readingMinutes: number;
  readonly articleLinks: readonly ArticleLink[];
  /** Whether it shows nothing: no word, no picture. */
  readonly isEmpty: boolean;
  /** What keeps it from being published. */
  readonly faults: readonly BodyFault[];
  /** What does not, but is not shown as its writer may expect. */
  readonly warnings: readonly BodyFault[];
}

/**
 * Renders the body of an article.
 * @param markdown CommonMark with GFM's footnotes, tables and deletions
 * @param language the article's (BCP 47), for the words that footnotes add
 * @throws LimitError if it holds more than any article does (see `limits.ts`)
 */
export function renderBody(markdown: string, language: string): RenderedBody {
  const processor = bodyProcessor(wordsFor(language).language);
  const file = withinLimits(markdown, () => processor.processSync(withoutMark(markdown)));
  return {
    html: String(file),
    pictures: file.data.pictures ?? [],
    headings: file.data.headings ?? [],
    readingMinutes: readingMinutes(file.data.plainText ?? '', language),
    articleLinks: file.data.articleLinks ?? [],
    isEmpty: file.data.isEmpty ?? true,
    ...messagesOf(file),
  };
}

/** Steps leave faults with `file.message`, and warnings with `file.info`. */
function messagesOf({ messages }: VFile): Pick<RenderedBody, 'faults' | 'warnings'> {
  const told = messages.map(({ fatal, line, reason, note }) => ({
    isFault: fatal !== undefined,
    told: { line: line ?? 1, wrong: reason, right: note ?? '' },
  }));
  return {
    faults: told.filter(({ isFault }) => isFault).map(({ told }) => told),
    warnings: told.filter(({ isFault }) => !isFault).map(({ told }) => told),
  };
}

/** Renders a caption or credit: words with inline Markdown and inline tags, without a paragraph. */
export function renderInline(markdown: string): string {
  return String(inlineProcessor.processSync(withoutMark(markdown)));
}

/** Says of a caption or credit what `renderBody` says of a body. All lines are 1. */
export function inspectInline(
  markdown: string,
): Pick<RenderedBody, 'articleLinks' | 'isEmpty' | 'faults' | 'warnings'> {
  const file = inlineProcessor.processSync(withoutMark(markdown));
  return {
    articleLinks: file.data.articleLinks ?? [],
    isEmpty: file.data.isEmpty ?? true,
    ...messagesOf(file),
  };
}

/**
 * A byte order mark at the beginning is left out here: the parser leaves it out without counting it,
 * and every place that it tells would be one character off.
 */
function withoutMark(markdown: string): string {
  return markdown.replace(/^\uFEFF/, '');
}

/** The steps from Markdown to safe HTML, in their order. Each has a reason to stand where it does. */
const bodyProcessor = memoize((language) => {
  const words = wordsFor(language);
  const numbers = new Intl.NumberFormat(language, { useGrouping: false });
  const formatNumber = (number: number): string => numbers.format(number);
  return (
    remark()
      // Text to Markdown tree: what counts as syntax.
      .use(gfmParts)
      .use(noHtmlBlocks)
      // Before the text is parsed: a comment may span blocks.
      .use(comments)
      // Tags become elements while they still stand among the words that they enclose.
      .use(inlineTags)
      // Before any step that walks the tree by calling itself, level by level.
      .use(limitNesting)
      // What Markdown would leave out is shown.
      .use(definitions)
      .use(tableColumns)
      // Numbers, before remark-rehype makes anchors of the labels.
      .use(footnotes)
      // Markdown tree to HTML tree.
      .use(remarkRehype, {
        clobberPrefix: '',
        footnoteBackContent: '↩\uFE0E',
        footnoteBackLabel: (note, call) =>
          words.backToCall.replace(
            '{n}',
            [note + 1, ...(call > 1 ? [call] : [])].map(formatNumber).join('-'),
          ),
      })
      // Before pictures, which leave nothing of a picture but a gap.
      .use(figures)
      // Before links: a picture elsewhere on the web becomes one.
      .use(pictures)
      .use(links)
      // After links: one that has lost its address is none.
      .use(noNestedLinks)
      // After both, which tell footnotes from links by the marks that this step takes away.
      .use(footnoteRoles, { label: words.footnotes, formatNumber })
      .use(tables)
      .use(keyboardScrolling)
      .use(pullQuotes)
      // After the notes have moved to the end and lost the heading that remark-rehype gives them.
      .use(headingLevels)
      // After footnotes have their roles: a note's number is not part of a heading's text.
      .use(headingAnchors)
      // After headings have their anchors.
      .use(headingSelfLinks)
      // After footnotes have their roles: their numbers and arrows are no words of the text.
      .use(plainText)
      // Whatever the steps above did or missed, nothing leaves that the schema does not allow.
      .use(rehypeSanitize, sanitizeSchema)
      .use(emptiness)
      .use(rehypeStringify)
      .freeze()
  );
});

const inlineProcessor = remark()
  .use(inlineOnly)
  .use(comments)
  .use(inlineTags)
  .use(remarkRehype)
  .use(unwrapParagraphs)
  .use(links)
  .use(rehypeSanitize, sanitizeSchema)
  .use(emptiness)
  .use(rehypeStringify)
  .freeze();
