import { parse, resolve } from 'node:path';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';
import { readPublication } from '../publication.ts';
import { convertAll } from './convert-all.ts';
import type { ConvertOptions, Recognised } from './convert.ts';
import type { LedgerEntry } from './document/ledger.ts';
import { findTexts } from './files/find-texts.ts';
import { ImportTarget, type SavedArticle } from './files/import-target.ts';
import { SiblingLinks } from './files/sibling-links.ts';

/** What to import, and how. */
export interface ImportOptions extends Omit<ConvertOptions, 'publicationLanguage'> {
  /** Files and folders, and `-` for standard input. */
  readonly sources: readonly string[];
  /** Whether to replace articles that have the same address. */
  readonly force: boolean;
  /** Whether to write nothing, and only report what would be written. */
  readonly dryRun: boolean;
}

/** What an import reads from, and reports to, while it runs. */
export interface ImportContext {
  /** The folder that relative names of sources start from. */
  readonly folder: string;
  /** Returns the bytes of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Gets each imported text, in order. */
  readonly onImported: (text: ImportedText) => void;
  /** Gets what became of each part of a document, imported or not. */
  readonly onLedger?: (file: string, ledger: readonly LedgerEntry[]) => void;
  /** Gets the number of texts done, imported or not. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A text that is an article now. */
export interface ImportedText extends SavedArticle {
  /** The text's file, or `standard input`. */
  readonly source: string;
  readonly recognised: Recognised;
}

/** The result of an import. Counts are in texts. */
export interface ImportSummary {
  readonly dryRun: boolean;
  readonly written: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly failed: number;
  /** How many parts of files are no articles, by what they are: `page`. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/**
 * Imports texts into `content/articles/` of the working folder. A text with a problem does not keep
 * the others from being imported.
 */
export async function importTexts(
  options: ImportOptions,
  { folder, readInput, onImported, onProgress, onLedger }: ImportContext,
): Promise<ImportSummary> {
  const found = await findTexts(options.sources, folder);
  const total = found.sources.length;
  const problems: Problem[] = [...found.problems];
  const counts = { written: 0, replaced: 0, unchanged: 0, failed: found.problems.length };
  const convertOptions = {
    ...options,
    media: options.media === undefined ? undefined : resolve(folder, options.media),
    publicationLanguage: publicationLanguage(),
  };
  const language = options.language ?? convertOptions.publicationLanguage;
  const target = new ImportTarget(ARTICLES_FOLDER, { ...options, language });
  const skipped = new Map<string, number>();
  let done = 0;
  for await (const { source, conversions } of convertAll(
    found.sources,
    convertOptions,
    readInput,
  )) {
    const links = new SiblingLinks();
    for (const conversion of conversions) {
      const file =
        conversion.part === undefined ? source.name : `${source.name}, ${conversion.part}`;
      onLedger?.(file, conversion.ledger ?? []);
      if ('skipped' in conversion) {
        skipped.set(conversion.skipped, (skipped.get(conversion.skipped) ?? 0) + 1);
      } else if (conversion.ok) {
        const { markdown, recognised, pictures = [], slug, siblings } = conversion;
        try {
          const words = [slug ?? '', recognised.headline, parse(source.name).name];
          const saved = target.save(markdown, words, pictures);
          counts[saved.status]++;
          links.add(slug ?? '', saved.file, saved.status === 'unchanged' ? undefined : siblings);
          onImported({ source: file, ...saved, recognised });
        } catch (error) {
          counts.failed++;
          problems.push({ file, ...writeFault(error) });
        }
      } else {
        counts.failed++;
        problems.push(...conversion.faults.map((fault) => ({ file, ...fault })));
      }
    }
    try {
      if (!options.dryRun) links.repair();
    } catch (error) {
      problems.push({ file: source.name, ...writeFault(error) });
    }
    onProgress(++done, total);
  }
  return { dryRun: options.dryRun, ...counts, skipped: Object.fromEntries(skipped), problems };
}

function writeFault(error: unknown): Pick<Problem, 'wrong' | 'right'> {
  const wrong = error instanceof Error ? error.message : String(error);
  return {
    wrong: `${wrong}.`,
    right: `Check that you are allowed to write to ${ARTICLES_FOLDER}/.`,
  };
}

/** The language of articles that name none. Errors in publication.yaml are reported by the build. */
function publicationLanguage(): string {
  try {
    return readPublication().language;
  } catch (error) {
    if (error instanceof ProblemsError) return 'en';
    throw error;
  }
}
