import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { formatList, HELP } from './import-help.ts';
import { readCommandLine } from './import-options.ts';
import { formatProblems, jsonReport, textReport } from './import-report.ts';
import { LedgerReport } from './ledger-report.ts';
import { progressOn } from './progress.ts';

/** The parts of the process that the import uses. */
export interface ImportProcess {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** The folder that relative names of texts start from. Articles go to the working folder. */
  readonly folder: string;
}

/**
 * Runs `npm run import`.
 * @returns the exit code: 0 if all texts are articles now, 1 if not, 2 if the command line is wrong
 */
export async function runImport(
  args: readonly string[],
  { stdin, stdout, stderr, folder }: ImportProcess,
): Promise<number> {
  // `npm run import … | head` closes standard output early. The import goes on.
  stdout.on('error', () => undefined);
  const commandLine = readCommandLine(args);
  if (commandLine.type === 'help') {
    stdout.write(HELP);
    return 0;
  }
  if (commandLine.type === 'formats') {
    stdout.write(formatList());
    return 0;
  }
  if (commandLine.type === 'error') {
    stderr.write(`${commandLine.message}\nSee all options: npm run import -- --help\n`);
    return 2;
  }
  const { command } = commandLine;
  // Loaded only now: it takes half a second, and the help does not need it.
  const { importTexts } = await import('../import/import-texts.ts');
  const report = command.json ? jsonReport() : textReport(command.dryRun);
  const progress = progressOn(stderr);
  const ledger = new LedgerReport(
    command.report === undefined ? undefined : resolve(folder, command.report),
  );
  stdout.write(report.begin());
  const summary = await importTexts(command, {
    folder,
    readInput: () => buffer(stdin),
    onImported: (text) => {
      progress.end();
      stdout.write(report.text(text));
    },
    onProgress: progress.importing,
    onLedger: (file, entries) => {
      ledger.add(file, entries);
    },
  });
  progress.end();
  if (!command.json) stderr.write(formatProblems(summary.problems));
  ledger.end();
  stdout.write(report.end(summary));
  if (!command.json) stdout.write(ledger.summary());
  return summary.problems.length === 0 ? 0 : 1;
}
