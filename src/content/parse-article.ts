import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { picturePath } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../article/schema.ts';
import { validate } from './validate.ts';
import { digestOf } from '../cache/digest.ts';
import type { ArticleLink } from '../markdown/links.ts';
import { LimitError } from '../markdown/limits.ts';
import {
  linksOfInline,
  renderBody,
  type BodyFault,
  type RenderedBody,
} from '../markdown/render.ts';
import { decodeText } from './decode-text.ts';
import { mergeConflicts } from './merge-conflicts.ts';

/** What the front matter and the body of an article say. */
export interface ParsedArticle {
  /** What the front matter says, with the picture as its path. */
  readonly article: ArticleFrontMatter<string>;
  /** What is known of the body, beside its HTML. */
  readonly body: Omit<RenderedBody, 'html'>;
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

/** What became of the text of an article. */
export type ArticleParsing =
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
    };

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
  const told = (faults: readonly Fault[]): Problem[] => faults.map((fault) => ({ file, ...fault }));
  const text = decodeText(bytes);
  if (!text.ok) return { ok: false, problems: told([text.fault]), pictures: [] };
  const conflicts = mergeConflicts(text.value);
  if (conflicts.length > 0) return { ok: false, problems: told(conflicts), pictures: [] };
  const parts = readFrontMatter(text.value);
  if (!parts.ok) return { ok: false, problems: told(parts.faults), pictures: [] };
  const frontMatter = parts.value;
  const validation = validate(schema, frontMatter, file);
  const article = validation.ok ? validation.value : undefined;
  const body = bodyOf(frontMatter, article?.language ?? publicationLanguage);
  const pictures = picturesOf(frontMatter, article, body.rendered);
  const problems = [...(validation.ok ? [] : validation.problems), ...told(body.faults)];
  if (problems.length > 0 || !article || !body.rendered) return { ok: false, problems, pictures };
  const { html, ...facts } = body.rendered;
  const links = linksOf(frontMatter, article, body.rendered);
  return {
    ok: true,
    value: { article, body: facts, links, contentDigest: contentDigest(article, frontMatter) },
    html,
    pictures,
  };
}

/** Programs that copy files may change line ends and the space around a text. */
function contentDigest(
  { headline, published = '' }: ArticleFrontMatter<string>,
  { body }: FrontMatter,
): string {
  return digestOf(headline, published, body.trim().replaceAll(/\r\n?/g, '\n'));
}

type Fault = Omit<Problem, 'file'>;

function linksOf(
  { bodyLine, lineOf }: FrontMatter,
  { image }: ArticleFrontMatter<string>,
  { articleLinks }: RenderedBody,
): ArticleLink[] {
  const ofImage = (['caption', 'credit'] as const).flatMap((key) =>
    linksIn(image?.[key]).map((link) => ({ ...link, line: lineOf(['image', key]) })),
  );
  return [...ofImage, ...articleLinks.map((link) => ({ ...link, line: bodyLine + link.line - 1 }))];
}

/** To parse nothing takes a tenth of the time of parsing an article. */
function linksIn(words: string | undefined): readonly ArticleLink[] {
  return words === undefined ? [] : linksOfInline(words);
}

function bodyOf(
  { body, bodyLine }: FrontMatter,
  language: string,
): { rendered?: RenderedBody; faults: Fault[] } {
  const rendered = renderOrFault(body, language);
  if ('wrong' in rendered) return { faults: [inFile(rendered, bodyLine)] };
  const faults = rendered.isEmpty ? [EMPTY, ...rendered.faults] : rendered.faults;
  return { rendered, faults: faults.map((fault) => inFile(fault, bodyLine)) };
}

const EMPTY: BodyFault = {
  line: 1,
  wrong: 'The article has no body.',
  right: 'Write the text of the article below the line that closes the front matter.',
};

function inFile({ line, ...fault }: BodyFault, bodyLine: number): Fault {
  return { line: bodyLine + line - 1, ...fault };
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
