import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { runImport } from './run-import.ts';

/*
 * `npm run import -- FILE…`: imports texts into content/articles/. See import-help.ts.
 */

// Keeps compiled modules, so that the next import starts with a quarter less processor time. Worker
// threads read the variable.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, '../../.astro/cache/compiled');
enableCompileCache(process.env.NODE_COMPILE_CACHE);

// npm runs scripts in the project's folder; INIT_CWD is the folder in which the user called npm.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom = '.' } = process.env;
const folder = script === 'import' ? calledFrom : '.';
const { stdin, stdout, stderr } = process;

process.exitCode = await runImport(process.argv.slice(2), { stdin, stdout, stderr, folder });
