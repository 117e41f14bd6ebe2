import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The measurements of a command, including its child processes. */
export interface Measurement {
  readonly seconds: number;
  /** Seconds of all processors together, which vary less than the time that passes. */
  readonly processorSeconds: number;
  /** The peak of the summed resident set sizes, in bytes. */
  readonly peakMemory: number;
  /** stdout and stderr. */
  readonly output: string;
}

const SAMPLE_EVERY_MS = 50;

/**
 * Runs a command and measures it. Memory and processor time come from `/proc`, and are 0 on systems
 * without it.
 * @throws Error with the command's output if it fails
 */
export async function measureProcess(
  [command, ...args]: readonly [string, ...string[]],
  folder: string,
): Promise<Measurement> {
  const started = performance.now();
  const startedProcessor = processorSecondsOfChildren();
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let peakMemory = 0;
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const sampling = setInterval(() => {
    if (child.pid !== undefined) peakMemory = Math.max(peakMemory, memoryOfTree(child.pid));
  }, SAMPLE_EVERY_MS);
  const exitCode = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  }).finally(() => {
    clearInterval(sampling);
  });
  if (exitCode !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-2000)}`);
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: processorSecondsOfChildren() - startedProcessor,
    peakMemory,
    output,
  };
}

/** Of the children of this process that have ended, and of theirs: see proc_pid_stat(5). */
function processorSecondsOfChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(' ');
    // In hundredths of a second, on all common machines.
    return (Number(fields[15]) + Number(fields[16])) / 100;
  } catch {
    return 0;
  }
}

/** Returns the resident memory of a process and all its descendants, in bytes. */
function memoryOfTree(root: number): number {
  const children = new Map<number, number[]>();
  const memory = new Map<number, number>();
  for (const name of listProcesses()) {
    const status = readStatus(name);
    const pid = Number(name);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    memory.set(pid, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const sum = (pid: number): number =>
    (memory.get(pid) ?? 0) +
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Returns an empty string for a process that has exited. */
function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
