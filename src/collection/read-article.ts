import { readFile } from 'node:fs/promises';
import { readFrontMatter, type FrontMatter } from '../article/front-matter.ts';
import { picturePath } from '../article/picture-path.ts';
import type { Problem } from '../article/problem.ts';
import { articleSchema, type ArticleFrontMatter } from '../article/schema.ts';
import { validate } from '../article/validate.ts';
import type { ArticleLink } from '../markdown/links.ts';
import { NestingError } from '../markdown/nesting.ts';
import {
  linksOfInline,
  renderBody,
  type BodyFault,
  type RenderedBody,
} from '../markdown/render.ts';
import { decodeText } from './decode-text.ts';
import type { ArticleFile } from './find-articles.ts';
import { faultOfPicture } from './picture-file.ts';

/** An article, read and found to be in order. */
export interface ReadArticle extends ArticleFile {
  /** What the front matter says, with the picture as its path. */
  readonly article: ArticleFrontMatter<string>;
  /** The same as it was written, for the collection's schema to read. */
  readonly raw: unknown;
  readonly body: RenderedBody;
  /** The links of body, caption and credit within the publication, with the lines of the file. */
  readonly links: readonly ArticleLink[];
}

/** An article, or everything that keeps it from being published. */
export type ArticleReading =
  | { readonly ok: true; readonly value: ReadArticle }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const schema = articleSchema(picturePath);

/**
 * Reads an article: its bytes as UTF-8, its front matter against the schema, its body as safe HTML,
 * its pictures as pictures. Everything that can be said of it at once is said at once.
 * @param publicationLanguage of an article that names none (BCP 47)
 */
export async function readArticle(
  { slug, file }: ArticleFile,
  publicationLanguage: string,
): Promise<ArticleReading> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return { ok: false, problems: [{ file, ...UNREADABLE }] };
  const text = decodeText(bytes);
  if (!text.ok) return { ok: false, problems: [{ file, ...text.fault }] };
  const parts = readFrontMatter(text.value);
  if (!parts.ok) return { ok: false, problems: parts.faults.map((fault) => ({ file, ...fault })) };
  const frontMatter = parts.value;
  const validation = validate(schema, frontMatter, file);
  const article = validation.ok ? validation.value : undefined;
  const body = bodyOf(frontMatter, article?.language ?? publicationLanguage);
  const problems = [
    ...(validation.ok ? [] : validation.problems),
    ...body.faults.map((fault) => ({ file, ...fault })),
    ...(await pictureProblems(file, frontMatter, article, body.rendered)),
  ];
  if (problems.length > 0 || !article || !body.rendered) return { ok: false, problems };
  const links = linksOf(frontMatter, article, body.rendered);
  return {
    ok: true,
    value: { slug, file, article, raw: frontMatter.data, body: body.rendered, links },
  };
}

function linksOf(
  { bodyLine, lineOf }: FrontMatter,
  { image }: ArticleFrontMatter<string>,
  { articleLinks }: RenderedBody,
): ArticleLink[] {
  const ofImage = (['caption', 'credit'] as const).flatMap((key) =>
    linksOfInline(image?.[key] ?? '').map((link) => ({ ...link, line: lineOf(['image', key]) })),
  );
  return [...ofImage, ...articleLinks.map((link) => ({ ...link, line: bodyLine + link.line - 1 }))];
}

const UNREADABLE = {
  wrong: 'The file cannot be read.',
  right: 'Look whether it is a file, and whether you may read it.',
};

type Fault = Omit<Problem, 'file'>;

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
    // Any other: the stack has a limit too, which the parser can reach before the limit is checked.
    if (!(error instanceof RangeError)) throw error;
    return {
      line: error instanceof NestingError ? error.line : 1,
      wrong: 'The body is nested too deeply to be rendered.',
      right: 'Look for long runs of > or of list markers, and take them apart.',
    };
  }
}

async function pictureProblems(
  file: string,
  frontMatter: FrontMatter,
  article: ArticleFrontMatter<string> | undefined,
  body: RenderedBody | undefined,
): Promise<Problem[]> {
  const lead = article?.image?.file;
  const pictures = [
    ...(lead === undefined
      ? []
      : [{ path: lead, line: frontMatter.lineOf(['image', 'file']), key: 'image.file' }]),
    ...(body?.pictures ?? []).map(({ file: path, line }) => ({
      path,
      line: frontMatter.bodyLine + line - 1,
    })),
  ];
  const problems: Problem[] = [];
  for (const { path, ...place } of pictures) {
    const fault = await faultOfPicture(file, path);
    if (fault) problems.push({ file, ...place, ...fault });
  }
  return problems;
}
