import { Worker } from 'node:worker_threads';
import { softwareFault } from './convert-file.ts';
import type { Conversion, ConvertOptions } from './convert.ts';

/** A file that a worker has been sent, and whom to tell what became of it. */
interface Task {
  readonly path: string;
  readonly done: (conversion: Conversion) => void;
}

/** A worker, and what it has been sent and not answered yet, in the order in which it answers. */
interface Lane {
  readonly worker: Worker;
  readonly tasks: Task[];
}

/**
 * Makes articles of files on several cores at once. Each worker is sent files before it has answered
 * for the last one, so that none waits while others are being written.
 */
export class ConvertPool {
  readonly #options: ConvertOptions;
  readonly #lanes: Lane[] = [];

  constructor(size: number, options: ConvertOptions) {
    this.#options = options;
    for (let count = 0; count < size; count++) this.#open();
  }

  /** Makes an article of a file. Never fails: what goes wrong is a fault of that file. */
  convert(path: string): Promise<Conversion> {
    return new Promise((done) => {
      this.#send({ path, done });
    });
  }

  /** Ends the workers. To be called when nothing is being converted. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map(({ worker }) => worker.terminate()));
  }

  #send(task: Task): void {
    const [first, ...others] = this.#lanes;
    const lane = others.reduce((a, b) => (b.tasks.length < (a?.tasks.length ?? 0) ? b : a), first);
    lane?.tasks.push(task);
    lane?.worker.postMessage(task.path);
  }

  #open(): void {
    const url = new URL('convert-worker.ts', import.meta.url);
    const worker = new Worker(url, { workerData: this.#options, resourceLimits: LIMITS });
    const lane: Lane = { worker, tasks: [] };
    this.#lanes.push(lane);
    // A worker answers with nothing else.
    worker.on('message', (conversion: Conversion) => lane.tasks.shift()?.done(conversion));
    worker.on('error', (error) => {
      this.#replace(lane, error);
    });
  }

  /** A worker has ended because of the file it was at. The others that it was sent go elsewhere. */
  #replace(lane: Lane, error: unknown): void {
    this.#lanes.splice(this.#lanes.indexOf(lane), 1);
    this.#open();
    const [culprit, ...others] = lane.tasks;
    culprit?.done(softwareFault(error));
    for (const task of others) this.#send(task);
  }
}

/** What a text of 5 MB needs, and small enough that garbage is not left lying. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };
