import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { slugFrom, slugKey } from '../../article/slug.ts';
import { readFrontMatter } from '../../content/yaml/read-front-matter.ts';
import type { PictureFile } from '../document/picture-files.ts';
import { createFile, createFolder, removeLeftovers, replaceFile } from './write-file.ts';

/** Where an article was saved. */
export interface SavedArticle {
  /** `unchanged`: the folder had an article with the same headline and body, which was kept. */
  readonly status: 'written' | 'replaced' | 'unchanged';
  /** Relative to the project's folder, with forward slashes. */
  readonly file: string;
  /** Files of different articles that have the addresses this article would have had. */
  readonly conflicts: readonly string[];
}

export interface ImportTargetOptions {
  /** Whether to replace articles that were there before this import. */
  readonly force: boolean;
  /** Whether to write nothing, and only return what would be done. */
  readonly dryRun: boolean;
  /** The language of the articles (BCP 47). */
  readonly language: string;
}

/** A file that has an address. Files of this import are never replaced. */
interface ExistingFile {
  readonly file: string;
  readonly imported: boolean;
}

/** The folder that articles are imported into. Gives each article an address of its own. */
export class ImportTarget {
  readonly #folder: string;
  readonly #options: ImportTargetOptions;
  /** By the `slugKey` of their addresses. */
  readonly #existing: Map<string, ExistingFile>;

  /** @param folder created if it does not exist, except in a dry run */
  constructor(folder: string, options: ImportTargetOptions) {
    if (!options.dryRun) {
      mkdirSync(folder, { recursive: true });
      removeLeftovers(folder);
    }
    this.#folder = folder;
    this.#options = options;
    this.#existing = listArticles(folder);
  }

  /**
   * Saves an article under its headline: `talks.md`, or `talks-2.md` if the address is taken. With
   * pictures, it becomes a folder: `talks/index.md`.
   * @param words for the address: the first of them with letters or digits
   * @throws Error if a file cannot be written
   */
  save(
    markdown: string,
    words: readonly string[],
    pictures: readonly PictureFile[] = [],
  ): SavedArticle {
    const conflicts: string[] = [];
    for (let number = 1; ; number++) {
      const slug = numberedSlug([...words, 'article'], number, this.#options.language);
      const existing = this.#existing.get(slugKey(slug));
      const ending = pictures.length > 0 ? '/index.md' : '.md';
      const file = existing?.file ?? `${this.#folder}/${slug}${ending}`;
      const status = this.#write(file, { markdown, pictures }, existing);
      if (status !== undefined) {
        this.#existing.set(slugKey(slug), { file, imported: true });
        return { status, file, conflicts };
      }
      conflicts.push(file);
    }
  }

  /** @returns `undefined` if a different article has the file */
  #write(
    file: string,
    { markdown, pictures }: ArticleFiles,
    existing: ExistingFile | undefined,
  ): SavedArticle['status'] | undefined {
    const { force, dryRun } = this.#options;
    if (!existing && (dryRun || createArticle(file, { markdown, pictures }))) return 'written';
    if (existing?.imported || !file.endsWith('.md')) return undefined;
    if (isSameArticle(file, markdown, force)) return 'unchanged';
    // Without `existing`, another process has just created the file.
    if (!force || !existing) return undefined;
    // An article without a folder has no place for pictures.
    if (pictures.length > 0 && !file.endsWith('/index.md')) return undefined;
    if (dryRun) return 'replaced';
    for (const { name, bytes } of pictures) replaceFile(`${dirname(file)}/${name}`, bytes);
    replaceFile(file, markdown);
    return 'replaced';
  }
}

interface ArticleFiles {
  readonly markdown: string;
  readonly pictures: readonly PictureFile[];
}

function createArticle(file: string, { markdown, pictures }: ArticleFiles): boolean {
  if (!file.endsWith('/index.md')) return createFile(file, markdown);
  const files = [...pictures.map(({ name, bytes }) => ({ name, data: bytes }))];
  return createFolder(dirname(file), [...files, { name: 'index.md', data: markdown }]);
}

function listArticles(folder: string): Map<string, ExistingFile> {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return new Map(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => {
        const slug = entry.isDirectory() ? entry.name : entry.name.replace(/\.[^.]*$/, '');
        const file = `${folder}/${entry.name}${entry.isDirectory() ? '/index.md' : ''}`;
        return [slugKey(slug), { file, imported: false }];
      }),
  );
}

/**
 * Compares headline and body: publishers add dates and topics to an article, and import it again.
 * Where links lead depends on what else was imported.
 * @param exactly whether to compare all front matter
 */
function isSameArticle(file: string, markdown: string, exactly: boolean): boolean {
  if (!existsSync(file)) return false;
  const existing = readFileSync(file, 'utf8');
  if (existing === markdown || exactly) return existing === markdown;
  const [a, b] = [readFrontMatter(existing), readFrontMatter(markdown)];
  return (
    a.ok &&
    b.ok &&
    withoutAddresses(a.value.body) === withoutAddresses(b.value.body) &&
    headlineOf(a.value) === headlineOf(b.value)
  );
}

function withoutAddresses(body: string): string {
  return body.replaceAll(/\]\([^()\n]*\)/g, ']()');
}

function headlineOf({ data }: { readonly data: unknown }): unknown {
  return typeof data === 'object' && data !== null && 'headline' in data
    ? data.headline
    : undefined;
}

/** In UTF-8. Percent-encoded and with `.html`, an address still fits the 255 bytes of file systems. */
const MAX_SLUG_BYTES = 80;

/** `talks`, `talks-2`, `talks-3`. A number does not make an address longer than the maximum. */
function numberedSlug(words: readonly string[], number: number, language: string): string {
  const suffix = number === 1 ? '' : `-${number}`;
  const options = { maxBytes: MAX_SLUG_BYTES - suffix.length, language };
  const slug = words.map((text) => slugFrom(text, options)).find(Boolean) ?? '';
  return slug + suffix;
}
