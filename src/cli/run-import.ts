import { buffer } from 'node:stream/consumers';
import { readCommandLine } from './import-options.ts';
import { HELP } from './import-help.ts';
import { jsonReport, problemReport, textReport } from './import-report.ts';

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
  // With all that reads Markdown behind it: not to be waited for by those who ask for help.
  const { importTexts } = await import('../import/import-texts.ts');
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
