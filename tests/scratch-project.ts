import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What a command printed, and how it ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project with content of its own, to be built and broken at will. */
export interface ScratchProject {
  readonly folder: string;
  /** Writes a file, and the folders on its way. */
  readonly write: (path: string, data: string | Uint8Array) => Promise<void>;
  /** Runs `npm run build`, as a publisher would. */
  readonly build: () => Promise<CommandResult>;
  readonly remove: () => Promise<void>;
}

const project = resolve(import.meta.dirname, '..');

/** What a build needs beside its content. */
const parts = ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json', '.env'];

/**
 * Makes a copy of the project in a folder for temporary files.
 * @param content a folder to take the content from, relative to the project; none: no articles
 */
export async function scratchProject(content?: string): Promise<ScratchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
  for (const part of parts) await cp(join(project, part), join(folder, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const write: ScratchProject['write'] = async (path, data) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), data);
  };
  await mkdir(join(folder, 'content/articles'), { recursive: true });
  if (content === undefined)
    await write('content/publication.yaml', 'name: Scratch\nlanguage: en\n');
  else await cp(resolve(project, content), join(folder, 'content'), { recursive: true });
  return {
    folder,
    write,
    build: () => runCommand(['npm', 'run', '--silent', 'build'], folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs a command to its end. */
export async function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  folder: string,
): Promise<CommandResult> {
  // Vitest's own settings would make Vite build for tests.
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined };
  const child = spawn(command, args, { cwd: folder, env, shell: process.platform === 'win32' });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  return { exitCode, stdout, stderr };
}
