import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { slugFrom, slugKey } from '../article/slug.ts';
import { readFrontMatter } from '../content/yaml/read-front-matter.ts';
import { clearUp, createFile, replaceFile } from './write-file.ts';

/** What became of an article. */
export interface Shelving {
  /** `there already`: the same headline above the same body, so nothing was written. */
  readonly status: 'written' | 'replaced' | 'there already';
  /** From the project's folder, with forward slashes. */
  readonly file: string;
  /** Files of other articles whose address this one would have had. */
  readonly passedOver: readonly string[];
}

/** What guides the choice of a file. */
export interface ShelfOptions {
  /** Whether an article that was there before may be written over. */
  readonly force: boolean;
  /** Whether to say what would be done, and write nothing. */
  readonly dryRun: boolean;
  /** Of the articles (BCP 47). */
  readonly language: string;
}

/**
 * The folder of the articles, as far as addresses are concerned: gives each new article an address
 * that none has, and writes its file. Articles are put in one after the other.
 */
export class ArticleShelf {
  readonly #folder: string;
  readonly #options: ShelfOptions;
  /** The files by the keys of their addresses. Those of this import are nobody's to write over. */
  readonly #taken: Map<string, { readonly file: string; readonly ours: boolean }>;

  private constructor(
    folder: string,
    options: ShelfOptions,
    taken: Map<string, { readonly file: string; readonly ours: boolean }>,
  ) {
    this.#folder = folder;
    this.#options = options;
    this.#taken = taken;
  }

  /** Looks at what stands in the folder, which need not exist. */
  static open(folder: string, options: ShelfOptions): ArticleShelf {
    if (!options.dryRun) {
      mkdirSync(folder, { recursive: true });
      clearUp(folder);
    }
    const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    const taken = entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => {
        const slug = entry.isDirectory() ? entry.name : entry.name.replace(/\.[^.]*$/, '');
        const file = `${folder}/${entry.name}${entry.isDirectory() ? '/index.md' : ''}`;
        return [slugKey(slug), { file, ours: false }] as const;
      });
    return new ArticleShelf(folder, options, new Map(taken));
  }

  /**
   * Puts an article in.
   * @param name words for its address if the headline has no letter and no digit
   */
  put(markdown: string, headline: string, name: string): Shelving {
    const passedOver: string[] = [];
    for (let number = 1; ; number++) {
      const slug = numberedSlug([headline, name, 'article'], number, this.#options.language);
      const place = this.#taken.get(slugKey(slug));
      const file = place?.file ?? `${this.#folder}/${slug}.md`;
      const status = this.#write(file, markdown, place);
      if (status !== undefined) {
        this.#taken.set(slugKey(slug), { file, ours: true });
        return { status, file, passedOver };
      }
      passedOver.push(file);
    }
  }

  #write(
    file: string,
    markdown: string,
    place: { readonly ours: boolean } | undefined,
  ): Shelving['status'] | undefined {
    const { force, dryRun } = this.#options;
    if (!place) {
      if (dryRun || createFile(file, markdown)) return 'written';
      // Somebody else has put a file there since the folder was opened.
      return undefined;
    }
    if (place.ours || !file.endsWith('.md')) return undefined;
    if (saysTheSame(file, markdown, force)) return 'there already';
    if (!force) return undefined;
    if (!dryRun) replaceFile(file, markdown);
    return 'replaced';
  }
}

/**
 * Whether a file is the article to be written: to the character, or, unless `exactly`, with other
 * front matter under the same headline. A publisher adds dates and topics, and imports again.
 */
function saysTheSame(file: string, markdown: string, exactly: boolean): boolean {
  if (!existsSync(file)) return false;
  const there = readFileSync(file, 'utf8');
  if (there === markdown || exactly) return there === markdown;
  const [a, b] = [readFrontMatter(there), readFrontMatter(markdown)];
  return (
    a.ok && b.ok && a.value.body === b.value.body && headlineOf(a.value) === headlineOf(b.value)
  );
}

function headlineOf({ data }: { readonly data: unknown }): unknown {
  return typeof data === 'object' && data !== null && 'headline' in data
    ? data.headline
    : undefined;
}

/** `talks`, `talks-2`, `talks-3`: with its number, an address is no longer than without. */
function numberedSlug(words: readonly string[], number: number, language: string): string {
  const suffix = number === 1 ? '' : `-${number}`;
  const options = { maxBytes: MAX_BYTES - suffix.length, language };
  const slug = words.map((text) => slugFrom(text, options)).find(Boolean) ?? '';
  return slug + suffix;
}

/** Of UTF-8. Percent-encoded and with `.html`, an address still fits the 255 that file systems allow. */
const MAX_BYTES = 80;
