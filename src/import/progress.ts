/** Where progress is shown: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Fewer are done before anyone could read it. */
const FEWEST = 20;
const INTERVAL_MS = 100;

/** A line on the terminal that counts up, and is gone at the end. Nothing where there is no terminal. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #total: number;
  readonly #shown: boolean;
  #lastDrawn = 0;

  constructor(stream: ProgressStream, total: number) {
    this.#stream = stream;
    this.#total = total;
    this.#shown = stream.isTTY === true && total >= FEWEST;
  }

  /** Shows how many are done. */
  draw(done: number): void {
    const now = performance.now();
    if (!this.#shown || now - this.#lastDrawn < INTERVAL_MS) return;
    this.#lastDrawn = now;
    this.#stream.write(
      `\r${done.toLocaleString('en')} of ${this.#total.toLocaleString('en')} texts\u001B[K`,
    );
  }

  /** Takes the line away, for others to write where it stood. */
  clear(): void {
    if (this.#shown && this.#lastDrawn > 0) this.#stream.write('\r\u001B[K');
    this.#lastDrawn = 0;
  }
}
