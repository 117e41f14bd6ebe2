import { parse } from 'node:path';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { ARTICLES_FOLDER } from '../content/find-articles.ts';
import { readPublication } from '../publication.ts';
import { ArticleShelf } from './files/import-target.ts';
import type { ImportCommand } from '../cli/import-options.ts';
import { convertAll } from './convert-all.ts';
import { findTexts } from './files/find-texts.ts';
import { Progress, type ProgressStream } from './progress.ts';
import type { ImportedText, ImportSummary } from '../cli/import-report.ts';

/** Who hears of an import while it goes on. */
export interface ImportListener {
  /** Is told of each text that is an article now, in their order. */
  readonly text: (imported: ImportedText) => unknown;
  readonly progress: ProgressStream;
}

/**
 * Imports texts into the working folder's `content/articles/`, one after the other. What is wrong with
 * one changes nothing about the others, and is told in the summary.
 * @param folder the one that relative names of texts start from
 * @param readInput gives the bytes of standard input
 */
export async function importTexts(
  command: ImportCommand,
  folder: string,
  readInput: () => Promise<Uint8Array>,
  listener: ImportListener,
): Promise<ImportSummary> {
  const { dryRun } = command;
  const found = await findTexts(command.sources, folder);
  const problems: Problem[] = [...found.problems];
  const counts = { written: 0, replaced: 0, 'there already': 0, failed: found.problems.length };
  const options = { ...command, publicationLanguage: publicationLanguage() };
  const language = command.language ?? options.publicationLanguage;
  const shelf = ArticleShelf.open(ARTICLES_FOLDER, { ...command, language });
  const progress = new Progress(listener.progress, found.sources.length);
  let done = 0;
  for await (const { source, conversion } of convertAll(found.sources, options, readInput)) {
    const file = source.name;
    if (conversion.ok) {
      const { markdown, recognised } = conversion;
      try {
        const shelving = shelf.put(markdown, recognised.headline, parse(file).name);
        counts[shelving.status]++;
        progress.clear();
        listener.text({ source: file, ...shelving, recognised });
      } catch (error) {
        counts.failed++;
        problems.push({ file, ...unwritable(error) });
      }
    } else {
      counts.failed++;
      problems.push(...conversion.faults.map((fault) => ({ file, ...fault })));
    }
    progress.draw(++done);
  }
  progress.clear();
  const { written, replaced, 'there already': thereAlready, failed } = counts;
  return { dryRun, written, replaced, thereAlready, failed, problems };
}

function unwritable(error: unknown): Pick<Problem, 'wrong' | 'right'> {
  const wrong = error instanceof Error ? error.message : String(error);
  return { wrong: `${wrong}.`, right: `See to it that you may write to ${ARTICLES_FOLDER}/.` };
}

/** Of articles that name none. What is wrong with the publication's file is for the build to say. */
function publicationLanguage(): string {
  try {
    return readPublication().language;
  } catch (error) {
    if (error instanceof ProblemsError) return 'en';
    throw error;
  }
}
