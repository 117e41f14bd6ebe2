import { readFrontMatter, type FrontMatter } from './yaml/read-front-matter.ts';
import { picturePath } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../article/schema.ts';
import { validate } from './yaml/validate.ts';
import { digestOf } from '../cache/digest.ts';
import type { ArticleLink } from '../markdown/links.ts';
import { LimitError } from '../markdown/limits.ts';
import { renderBody, type BodyFault, type RenderedBody } from '../markdown/render.ts';
import { astroImageTexts } from './checks/find-astro-image-texts.ts';
import { decodeText } from './decode-text.ts';
import { inspectCaptions } from './inspect-captions.ts';
import { mergeConflicts } from './checks/find-merge-conflicts.ts';
import { plainTextComments } from './checks/find-plain-text-comments.ts';

/** What the front matter and the body of an article say. */
export interface ParsedArticle {
  /** What the front matter says, with the picture as its path. */
  readonly article: ArticleFrontMatter<string>;
  /** What is known of the body, beside its HTML. */
  readonly body: Omit<RenderedBody, 'html' | 'faults' | 'warnings'>;
  /** The line of the file on which `updated` stands. */
  readonly updatedLine?: number;
  /** The links of body, caption and credit within the publication, with the lines of the file. */
  readonly links: readonly ArticleLink[];
  /** Of headline, date and body. Two articles with the same digest are one, published twice. */
  readonly contentDigest: string;
}

/** A picture that an article asks for, and where it does. */
export interface WantedPicture {
  /** Relative to the article's file. */
  readonly path: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  readonly key?: string;
}

/** A problem of the article whose text is parsed: the text does not know the name of its file. */
export type Fault = Omit<Problem, 'file'>;

/** What became of the text of an article. */
export type ArticleParsing = {
  /** What does not keep it from being published. */
  readonly warnings: readonly Fault[];
} & (
  | {
      readonly ok: true;
      readonly value: ParsedArticle;
      /** The body: see `RenderedBody`. */
      readonly html: string;
      readonly pictures: readonly WantedPicture[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** The pictures that could be made out all the same. */
      readonly pictures: readonly WantedPicture[];
    }
);

const schema = articleSchema(picturePath);

/**
 * Parses an article: its bytes as UTF-8, its front matter against the schema, its body as safe HTML.
 * Everything that can be said of it at once is said at once. It reads nothing else, and what it makes
 * of a good article depends on these bytes and the language alone: it can be kept.
 * @param file the article's, to name it in problems
 * @param bytes what is in the file
 * @param publicationLanguage of an article that names none (BCP 47)
 */
export function parseArticle(
  file: string,
  bytes: Uint8Array,
  publicationLanguage: string,
): ArticleParsing {
  const unfit = (...faults: readonly Fault[]): ArticleParsing => ({
    ...{ ok: false, problems: faults.map((fault) => ({ file, ...fault })) },
    ...{ pictures: [], warnings: [] },
  });
  const text = decodeText(bytes);
  if (!text.ok) return unfit(text.fault);
  const conflicts = mergeConflicts(text.value);
  if (conflicts.length > 0) return unfit(...conflicts);
  const parts = readFrontMatter(text.value);
  if (!parts.ok) return unfit(...parts.faults);
  const frontMatter = parts.value;
  const validation = validate(schema, frontMatter, file);
  const article = validation.ok ? validation.value : undefined;
  const body = bodyOf(frontMatter, article?.language ?? publicationLanguage);
  const captions = article && inspectCaptions(frontMatter, article);
  const pictures = picturesOf(frontMatter, article, body.rendered);
  const problems = [
    ...(validation.ok ? [] : validation.problems),
    ...[...(captions?.faults ?? []), ...body.faults].map((fault) => ({ file, ...fault })),
  ];
  const warnings = [
    ...(article ? plainTextComments(frontMatter, article) : []),
    ...(captions?.warnings ?? []),
    ...body.warnings,
  ];
  if (problems.length > 0 || !article || !body.rendered) {
    return { ok: false, problems, pictures, warnings };
  }
  const { html, headings, readingMinutes, articleLinks, isEmpty } = body.rendered;
  const facts = { pictures: body.rendered.pictures, headings, readingMinutes };
  const links = [
    ...(captions?.links ?? []),
    ...articleLinks.map((link) => inFile(link, frontMatter.bodyLine)),
  ];
  const updatedLine =
    article.updated === undefined ? {} : { updatedLine: frontMatter.lineOf(['updated']) };
  const value = {
    ...{ article, body: { ...facts, articleLinks, isEmpty }, ...updatedLine, links },
    contentDigest: contentDigest(article, frontMatter),
  };
  return { ok: true, value, html, pictures, warnings };
}

/** Programs that copy files may change line ends and the space around a text. */
function contentDigest(
  { headline, published = '' }: ArticleFrontMatter<string>,
  { body }: FrontMatter,
): string {
  return digestOf(headline, published, body.trim().replaceAll(/\r\n?/g, '\n'));
}

function bodyOf(
  { body, bodyLine }: FrontMatter,
  language: string,
): { rendered?: RenderedBody; faults: Fault[]; warnings: Fault[] } {
  const rendered = renderOrFault(body, language);
  if ('wrong' in rendered) return { faults: [inFile(rendered, bodyLine)], warnings: [] };
  const faults = [
    ...(rendered.isEmpty ? [EMPTY] : []),
    ...rendered.faults,
    ...astroImageTexts(rendered),
  ];
  return {
    rendered,
    faults: faults.map((fault) => inFile(fault, bodyLine)),
    warnings: rendered.warnings.map((warning) => inFile(warning, bodyLine)),
  };
}

const EMPTY: BodyFault = {
  line: 1,
  wrong: 'The article has no body.',
  right: 'Write the text of the article below the line that closes the front matter.',
};

function inFile<Placed extends { readonly line: number }>(
  placed: Placed,
  bodyLine: number,
): Placed {
  return { ...placed, line: bodyLine + placed.line - 1 };
}

function renderOrFault(body: string, language: string): RenderedBody | BodyFault {
  try {
    return renderBody(body, language);
  } catch (error) {
    if (error instanceof LimitError) {
      return { line: error.line, wrong: error.message, right: error.right };
    }
    // The stack has a limit too, which the parser can reach before the others are checked.
    if (!(error instanceof RangeError)) throw error;
    return {
      line: 1,
      wrong: 'The body is nested too deeply to be rendered.',
      right: 'Look for long runs of > or of list markers, and take them apart.',
    };
  }
}

function picturesOf(
  { bodyLine, lineOf }: FrontMatter,
  article: ArticleFrontMatter<string> | undefined,
  body: RenderedBody | undefined,
): WantedPicture[] {
  const lead = article?.image?.file;
  return [
    ...(lead === undefined
      ? []
      : [{ path: lead, line: lineOf(['image', 'file']), key: 'image.file' }]),
    ...(body?.pictures ?? []).map(({ file, line }) => ({ path: file, line: bodyLine + line - 1 })),
  ];
}
