import { runImport } from './run-import.ts';

/*
 * `npm run import -- FILE…`: imports texts into content/articles/. See import-help.ts.
 */

// npm runs scripts in the project's folder; INIT_CWD is the folder in which the user called npm.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom = '.' } = process.env;
const folder = script === 'import' ? calledFrom : '.';
const { stdin, stdout, stderr } = process;

process.exitCode = await runImport(process.argv.slice(2), { stdin, stdout, stderr, folder });
