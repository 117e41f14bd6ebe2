import type { ContentFolder } from '../article/content-folder.ts';
import { picturePath } from '../article/picture-path.ts';
import type { Fault, Problem } from '../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../article/schema.ts';
import { digestOf } from '../cache/digest.ts';
import type { TextRange } from '../markdown/cut-text.ts';
import { LimitError } from '../markdown/limits.ts';
import type { ArticleLink, FileLink, PageLink } from '../markdown/links.ts';
import { renderBody, type BodyFault, type RenderedBody } from '../markdown/render.ts';
import { findAstroImageTexts } from './checks/find-astro-image-texts.ts';
import { findProbableLists } from './checks/find-probable-lists.ts';
import { inspectCaptions } from './inspect-captions.ts';
import { folderOf } from './linked-files.ts';
import { readTextParts } from './read-text-parts.ts';
import type { FrontMatter } from './yaml/read-front-matter.ts';
import { validate } from './yaml/validate.ts';

export interface ParsedArticle {
  /** The front matter. `image.file` is the path of the picture. */
  readonly article: ArticleFrontMatter<string>;
  /** The lines of recordings are those of the file. */
  readonly body: Pick<RenderedBody, 'pictures' | 'recordings' | 'headings' | 'readingMinutes'>;
  /** The lines of `updated`, `expires` and `aliases 0` in the file, counted from 1. */
  readonly lines: Readonly<Record<string, number>>;
  /** The links of body, caption and credit to articles, with their lines in the file. */
  readonly links: readonly ArticleLink[];
  /** The links to other pages, with their lines in the file. */
  readonly pageLinks: readonly PageLink[];
  /** See `RenderedBody`. */
  readonly addresses: readonly TextRange[];
  /** A digest of headline, date and body, for finding duplicates. */
  readonly contentDigest: string;
}

/** A reference to a picture in front matter or body. */
export interface PictureReference {
  /** Relative to the article's file. */
  readonly path: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  readonly key?: string;
}

export type ArticleParsing = {
  readonly pictures: readonly PictureReference[];
  /** The files beside the article that it links to, with their lines in the file. */
  readonly files: readonly FileLink[];
  readonly warnings: readonly Fault[];
} & (
  | {
      readonly ok: true;
      readonly value: ParsedArticle;
      /** See `RenderedBody`. */
      readonly html: string;
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
    }
);

const schema = articleSchema(picturePath);

/**
 * Parses an article: decodes the text, validates the front matter, and renders the body. Returns as
 * many problems at once as possible. Reads no files, so the result for a valid article depends only
 * on the bytes, the language and the name of the folder, and can be cached.
 * @param file the article's file, for problems
 * @param publicationLanguage the language of an article without one (BCP 47)
 */
export function parseArticle(
  file: string,
  bytes: Uint8Array,
  publicationLanguage: string,
): ArticleParsing {
  const fail = (...faults: readonly Fault[]): ArticleParsing => ({
    ok: false,
    problems: faults.map((fault) => ({ file, ...fault })),
    pictures: [],
    files: [],
    warnings: [],
  });
  const parts = readTextParts(bytes);
  if (!parts.ok) return fail(...parts.faults);
  const frontMatter = parts.value;
  const validation = validate(schema, frontMatter, file);
  const article = validation.ok ? validation.value : undefined;
  const language = article?.language ?? publicationLanguage;
  const body = parseBody(frontMatter, language, folderOf(file));
  const captions = article && inspectCaptions(frontMatter, article);
  const pictures = picturesOf(frontMatter, article, body.rendered);
  const files = (body.rendered?.fileLinks ?? []).map((link) => inFile(link, frontMatter.bodyLine));
  const problems = [
    ...(validation.ok ? [] : validation.problems),
    ...[...(captions?.faults ?? []), ...body.faults].map((fault) => ({ file, ...fault })),
  ];
  const warnings = [
    ...(article ? findProbableLists(frontMatter, article) : []),
    ...(captions?.warnings ?? []),
    ...body.warnings,
  ];
  if (problems.length > 0 || !article || !body.rendered) {
    return { ok: false, problems, pictures, files, warnings };
  }
  const { html, headings, readingMinutes, articleLinks, pageLinks } = body.rendered;
  const value: ParsedArticle = {
    article,
    body: {
      pictures: body.rendered.pictures,
      recordings: body.rendered.recordings.map((one) => inFile(one, frontMatter.bodyLine)),
      headings,
      readingMinutes,
    },
    lines: linesOf(article, frontMatter),
    links: [
      ...(captions?.links ?? []),
      ...articleLinks.map((link) => inFile(link, frontMatter.bodyLine)),
    ],
    pageLinks: [
      ...(captions?.pageLinks ?? []),
      ...pageLinks.map((link) => inFile(link, frontMatter.bodyLine)),
    ],
    addresses: body.rendered.addresses,
    contentDigest: contentDigest(article, frontMatter),
  };
  return { ok: true, value, html, pictures, files, warnings };
}

/** Returns the lines of the keys that can be wrong among others, though not by themselves. */
function linesOf(
  { aliases = [], ...article }: ArticleFrontMatter<string>,
  { lineOf }: FrontMatter,
): Record<string, number> {
  const keys = (['updated', 'expires', 'series', 'translationOf'] as const).filter(
    (key) => article[key] !== undefined,
  );
  return Object.fromEntries([
    ...keys.map((key) => [key, lineOf([key])] as const),
    ...aliases.map((_, index) => [`aliases ${index}`, lineOf(['aliases', index])] as const),
  ]);
}

/** Ignores line endings and surrounding white space, which programs change when they copy files. */
function contentDigest(
  { headline, published = '' }: ArticleFrontMatter<string>,
  { body }: FrontMatter,
): string {
  return digestOf(headline, published, body.trim().replaceAll(/\r\n?/g, '\n'));
}

/** Renders the body of a text. Lines are those of the file. */
export function parseBody(
  { body, bodyLine }: Pick<FrontMatter, 'body' | 'bodyLine'>,
  language: string,
  folder: string,
  contentFolder?: ContentFolder,
): { rendered?: RenderedBody; faults: Fault[]; warnings: Fault[] } {
  const rendered = renderOrFault(body, language, folder, contentFolder);
  if ('wrong' in rendered) return { faults: [inFile(rendered, bodyLine)], warnings: [] };
  const faults = [
    ...(rendered.isEmpty ? [NO_BODY] : []),
    ...rendered.faults,
    ...findAstroImageTexts(rendered),
  ];
  return {
    rendered,
    faults: faults.map((fault) => inFile(fault, bodyLine)),
    warnings: rendered.warnings.map((warning) => inFile(warning, bodyLine)),
  };
}

const NO_BODY: BodyFault = {
  line: 1,
  wrong: 'The article has no body.',
  right: 'Write the text of the article below the front matter.',
};

/** Converts a line of the body to a line of the file. */
export function inFile<Placed extends { readonly line: number }>(
  placed: Placed,
  bodyLine: number,
): Placed {
  return { ...placed, line: bodyLine + placed.line - 1 };
}

function renderOrFault(
  body: string,
  language: string,
  folder: string,
  contentFolder: ContentFolder | undefined,
): RenderedBody | BodyFault {
  try {
    return renderBody(body, language, folder, contentFolder);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    return { line: error.line, wrong: error.message, right: error.right };
  }
}

function picturesOf(
  { bodyLine, lineOf }: FrontMatter,
  article: ArticleFrontMatter<string> | undefined,
  body: RenderedBody | undefined,
): PictureReference[] {
  const lead = article?.image?.file;
  return [
    ...(lead === undefined
      ? []
      : [{ path: lead, line: lineOf(['image', 'file']), key: 'image.file' }]),
    ...(body?.pictures ?? []).map(({ file, line }) => ({ path: file, line: bodyLine + line - 1 })),
  ];
}
