import { runImport } from '../../src/cli/run-import.ts';

/*
 * Runs the import with the arguments of this process. Sends the time since the process started and the
 * peak memory, including all threads, to the parent process.
 */

const { stdin, stdout, stderr } = process;
const exitCode = await runImport(process.argv.slice(2), { stdin, stdout, stderr, folder: '.' });
if (exitCode !== 0) process.exit(exitCode);

process.send?.({
  seconds: performance.now() / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
});
process.disconnect();
