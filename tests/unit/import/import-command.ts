import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { COMPILE_CACHE, type CommandResult } from '../../scratch-project.ts';

const COMMAND = resolve('src/cli/import.ts');

/** A temporary project folder, in which tests run the real command. */
export class ImportFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'offprint-import-'));
  /** Of the command. */
  readonly #env: NodeJS.ProcessEnv = { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE };

  /** @param heap of the command, in MB. Without more, it fails */
  constructor({ heap }: { heap?: number } = {}) {
    if (heap !== undefined) this.#env.NODE_OPTIONS = `--max-old-space-size=${heap}`;
  }

  /** Writes a file, and creates its folders. */
  write(name: string, data: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), data);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** The names of all files in `content/articles/`, including hidden ones. */
  articles(): string[] {
    try {
      return readdirSync(join(this.path, 'content/articles')).sort();
    } catch {
      return [];
    }
  }

  start(...args: string[]) {
    return spawn(process.execPath, [COMMAND, ...args], {
      cwd: this.path,
      env: this.#env,
      stdio: 'pipe',
    });
  }

  /** Runs the command until it exits. */
  async run(args: readonly string[], input = ''): Promise<CommandResult> {
    const child = this.start(...args);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.stdin.end(input);
    const exitCode = await new Promise<number | null>((done) => child.on('close', done));
    return { exitCode, stdout, stderr };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
