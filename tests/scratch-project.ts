import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The result of a command. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server started by an npm script. */
export interface RunningServer {
  /** The URL that the script printed, with a slash at the end. */
  readonly url: string;
  /** The output so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** A copy of the project that a test can change. */
export interface ScratchProject {
  readonly folder: string;
  /** Writes a file, and creates its folders. */
  readonly write: (path: string, data: string | Uint8Array) => Promise<void>;
  /** Replaces a file or folder by that of another project. */
  readonly copyFrom: (other: ScratchProject, path: string) => Promise<void>;
  /** Runs the script `build`. */
  readonly build: (...options: readonly string[]) => Promise<CommandResult>;
  /** Starts a script on a free port, and waits until it prints its URL. */
  readonly start: (
    script: 'dev' | 'start',
    ...options: readonly string[]
  ) => Promise<RunningServer>;
  readonly remove: () => Promise<void>;
}

const project = resolve(import.meta.dirname, '..');

/** `NODE_COMPILE_CACHE` of all commands that tests run, so that they start sooner. */
export const COMPILE_CACHE = join(project, 'node_modules/.cache/compiled-for-tests');

/** What a build needs besides content. */
const parts = ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json', '.env'];

/**
 * Copies the project to a temporary folder.
 * @param content the folder of the content, relative to the project. Without it, there are no articles.
 */
export async function scratchProject(content?: string): Promise<ScratchProject> {
  const [removed] = removedFolders;
  const folder = removed ?? (await mkdtemp(join(tmpdir(), 'offprint-')));
  removedFolders.delete(folder);
  // Takes a tenth of the time of the asynchronous `cp`.
  for (const part of parts) cpSync(join(project, part), join(folder, part), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const write: ScratchProject['write'] = async (path, data) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), data);
  };
  await mkdir(join(folder, 'content/articles'), { recursive: true });
  if (content === undefined)
    await write('content/publication.yaml', 'name: Scratch\nlanguage: en\n');
  else cpSync(resolve(project, content), join(folder, 'content'), { recursive: true });
  return {
    folder,
    write,
    copyFrom: async (other, path) => {
      await rm(join(folder, path), { recursive: true, force: true });
      cpSync(join(other.folder, path), join(folder, path), { recursive: true });
    },
    // Starts half a second sooner than npm.
    build: (...options) => runCommand(['node', '--run', 'build', '--', ...options], folder),
    start: (script, ...options) => startServer(script, options, folder),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      removedFolders.add(folder);
    },
  };
}

/** Used again, because Node's compile cache knows modules by their paths. */
const removedFolders = new Set<string>();

/** Runs a command and waits until it exits. */
export async function runCommand(
  command: readonly [string, ...string[]],
  folder: string,
): Promise<CommandResult> {
  const child = spawnIn(folder, command);
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

async function startServer(
  script: string,
  options: readonly string[],
  folder: string,
): Promise<RunningServer> {
  const port = String(await freePort());
  const child = spawnIn(folder, ['npm', 'run', script, '--', '--port', port, ...options]);
  let printed = '';
  const url = await new Promise<string>((found, fail) => {
    const read = (data: Buffer): void => {
      printed += data.toString();
      const address = /http:\/\/\S+\//.exec(stripVTControlCharacters(printed))?.[0];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => {
      fail(new Error(`npm run ${script} exited:\n${printed}`));
    });
  });
  const stop = async (): Promise<void> => {
    const closed = new Promise((done) => child.on('close', done));
    // The process group: npm, its shell and the server.
    if (child.pid !== undefined) process.kill(-child.pid);
    await closed;
  };
  return { url, printed: () => printed, stop };
}

function spawnIn(folder: string, [command, ...args]: readonly [string, ...string[]]) {
  // With Vitest's variables, Vite would build for tests.
  const env = {
    ...process.env,
    NODE_ENV: undefined,
    VITEST: undefined,
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  };
  return spawn(command, args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

/** Returns a TCP port that is free on this machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an object for its address, not a string.
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
