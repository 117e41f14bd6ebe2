import { runImport } from './run-import.ts';

/*
 * `npm run import -- FILE…`: article texts into content/articles/. See `help.ts`.
 */

// npm runs its scripts in the project's folder, wherever it was called from.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom = '.' } = process.env;
const folder = script === 'import' ? calledFrom : '.';
const { stdin, stdout, stderr } = process;

process.exitCode = await runImport(process.argv.slice(2), { stdin, stdout, stderr, folder });
