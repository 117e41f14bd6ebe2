import { readFileSync } from 'node:fs';
import {
  documentSchemas,
  NEEDS_BODY,
  type DocumentFolder,
  type DocumentFrontMatter,
} from '../../article/documents.ts';
import type { Fault, Problem } from '../../article/problem.ts';
import type { Cache } from '../../cache/cache.ts';
import { digestOf } from '../../cache/digest.ts';
import type { ArticleLink, PageLink } from '../../markdown/links.ts';
import type { RenderedBody } from '../../markdown/render.ts';
import { inFile, parseBody, type PictureReference } from '../parse-article.ts';
import { checkPictures, stampOfPicture } from '../read-article-files.ts';
import { readTextParts } from '../read-text-parts.ts';
import { validate } from '../yaml/validate.ts';
import { findDocuments, type DocumentFile } from './find-documents.ts';

/** A valid text that is not an article. There are few of them, so they are not cached. */
export interface ReadDocument<Folder extends DocumentFolder> extends DocumentFile {
  readonly folder: Folder;
  readonly frontMatter: DocumentFrontMatter<Folder>;
  /** Absent if the file has none, and needs none. */
  readonly body?: Pick<RenderedBody, 'html' | 'headings' | 'pictures'>;
  /** The links of the body, with their lines in the file. */
  readonly links: readonly ArticleLink[];
  /** See `RenderedBody`. Lines are those of the file. */
  readonly pageLinks: readonly PageLink[];
  /** Returns the line of a key in the file, counted from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** Changes with everything that pages show of it. */
  readonly digest: string;
}

export interface ReadDocuments<Folder extends DocumentFolder> {
  /** The valid ones. */
  readonly documents: readonly ReadDocument<Folder>[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

interface DocumentOptions {
  readonly publicationLanguage: string;
  readonly cache: Cache;
  /** See `parserVersion`. */
  readonly version: string;
}

/** Reads and checks the texts of a folder of `content/`. The folder can be missing. */
export async function readDocuments<Folder extends DocumentFolder>(
  folder: Folder,
  options: DocumentOptions,
): Promise<ReadDocuments<Folder>> {
  const found = await findDocuments(folder);
  const documents: ReadDocument<Folder>[] = [];
  const problems = [...found.problems];
  const warnings = [...found.warnings];
  for (const file of found.files) {
    const parsed = parse(folder, file, options);
    const pictures = await checkPictures(file.file, parsed.pictures, options);
    const faults = parsed.faults.map((fault) => ({ file: file.file, ...fault }));
    problems.push(...faults, ...pictures);
    warnings.push(...parsed.warnings.map((warning) => ({ file: file.file, ...warning })));
    if (parsed.document && faults.length + pictures.length === 0) documents.push(parsed.document);
  }
  return { documents, problems, warnings };
}

interface Parsed<Folder extends DocumentFolder> {
  readonly document?: ReadDocument<Folder>;
  readonly pictures: readonly PictureReference[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

function parse<Folder extends DocumentFolder>(
  folder: Folder,
  { slug, file }: DocumentFile,
  { publicationLanguage, version }: DocumentOptions,
): Parsed<Folder> {
  const fail = (...faults: readonly Fault[]): Parsed<Folder> => ({
    pictures: [],
    faults,
    warnings: [],
  });
  const bytes = readFileSync(file);
  const parts = readTextParts(bytes);
  if (!parts.ok) return fail(...parts.faults);
  const { bodyLine, lineOf } = parts.value;
  const validation = validate(documentSchemas[folder], parts.value, file);
  // TypeScript does not see that the schema of a folder gives its front matter.
  const frontMatter = validation.ok ? (validation.value as DocumentFrontMatter<Folder>) : undefined;
  const language = frontMatter?.language ?? publicationLanguage;
  const hasBody = NEEDS_BODY[folder] || parts.value.body.trim() !== '';
  const { rendered, ...body } = hasBody
    ? parseBody(parts.value, language, '', folder)
    : { faults: [], warnings: [] };
  const portrait =
    frontMatter && 'picture' in frontMatter && frontMatter.picture !== undefined
      ? [{ path: frontMatter.picture, line: lineOf(['picture']), key: 'picture' }]
      : [];
  const inBody = (rendered?.pictures ?? []).map(({ file: path, line }) => ({
    path,
    line: bodyLine + line - 1,
  }));
  const pictures = [...portrait, ...inBody];
  const faults = [...(validation.ok ? [] : validation.problems), ...body.faults];
  if (!frontMatter) return { pictures, faults, warnings: body.warnings };
  const digest = digestOf(
    version,
    publicationLanguage,
    slug,
    bytes,
    ...pictures.map(({ path }) => stampOfPicture(file, path)),
  );
  const links = (rendered?.articleLinks ?? []).map((link) => inFile(link, bodyLine));
  const document = {
    folder,
    slug,
    file,
    frontMatter,
    ...(rendered && { body: rendered }),
    links,
    pageLinks: (rendered?.pageLinks ?? []).map((link) => inFile(link, bodyLine)),
    lineOf,
    digest,
  };
  return { document, pictures, faults, warnings: body.warnings };
}
