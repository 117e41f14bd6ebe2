import { runImport } from '../../src/import/run-import.ts';

/*
 * Runs the import with the arguments it is given, and sends what it took: time since the process
 * began, and the most memory that the process had, all its threads together.
 */

const { stdin, stdout, stderr } = process;
const exitCode = await runImport(process.argv.slice(2), { stdin, stdout, stderr, folder: '.' });
if (exitCode !== 0) process.exit(exitCode);

process.send?.({
  seconds: performance.now() / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
});
process.disconnect();
