import { parentPort, workerData } from 'node:worker_threads';
import type { ConvertOptions } from './convert.ts';
import { convertFile } from './convert-file.ts';

/*
 * A worker of `ConvertPool`: is sent the path of a file, and answers with what was made of it.
 */

// The pool starts this file with the options as its data, and in no other way.
const options = workerData as ConvertOptions;

parentPort?.on('message', (path: string) => {
  parentPort?.postMessage(convertFile(path, options));
});
