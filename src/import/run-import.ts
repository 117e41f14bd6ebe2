import { buffer } from 'node:stream/consumers';
import { parse } from 'node:path';
import { ProblemsError, type Problem } from '../article/problem.ts';
import { ARTICLES_FOLDER } from '../collection/find-articles.ts';
import { readPublication } from '../publication.ts';
import { ArticleShelf } from './article-shelf.ts';
import { readCommandLine, type ImportCommand } from './command-line.ts';
import { convertAll } from './convert-all.ts';
import { findTexts } from './find-texts.ts';
import { HELP } from './help.ts';
import { Progress } from './progress.ts';
import { jsonReport, problemReport, textReport, type ImportSummary } from './report.ts';

/** What the import needs of the process it runs in. */
export interface ImportProcess {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The folder that relative names of texts start from. Articles go to the working folder's. */
  readonly folder: string;
}

/**
 * `npm run import`: texts into `content/articles/`.
 * @returns the exit code: 0 if every text is an article now, 1 if not, 2 if the command was not understood
 */
export async function runImport(
  args: readonly string[],
  { stdin, stdout, stderr, folder }: ImportProcess,
): Promise<number> {
  // A reader that goes away (`| head`) takes its output with it, not the import.
  stdout.on('error', () => undefined);
  const line = readCommandLine(args);
  if (line.type === 'help') {
    stdout.write(HELP);
    return 0;
  }
  if (line.type === 'error') {
    stderr.write(`${line.message}\nAll options: npm run import -- --help\n`);
    return 2;
  }
  const { command } = line;
  const report = command.json ? jsonReport() : textReport(command.dryRun);
  stdout.write(report.begin());
  const summary = await importTexts(command, folder, () => buffer(stdin), {
    text: (imported) => stdout.write(report.text(imported)),
    progress: stderr,
  });
  if (!command.json) stderr.write(problemReport(summary.problems));
  stdout.write(report.end(summary));
  return summary.problems.length === 0 ? 0 : 1;
}

interface Listener {
  readonly text: (imported: Parameters<ReturnType<typeof jsonReport>['text']>[0]) => unknown;
  readonly progress: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

async function importTexts(
  command: ImportCommand,
  folder: string,
  readInput: () => Promise<Uint8Array>,
  listener: Listener,
): Promise<ImportSummary> {
  const { dryRun } = command;
  const found = await findTexts(command.sources, folder);
  const problems: Problem[] = [...found.problems];
  const counts = { written: 0, replaced: 0, 'there already': 0, failed: found.problems.length };
  const shelf = ArticleShelf.open(ARTICLES_FOLDER, command);
  const progress = new Progress(listener.progress, found.sources.length);
  const options = { ...command, publicationLanguage: publicationLanguage() };
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
