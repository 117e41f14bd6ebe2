/** Shows progress to the person who waits for a command. */
export interface Progress {
  /** Another build of the same project has to finish first. */
  readonly waiting: () => void;
  readonly reading: (done: number, total: number) => void;
  readonly rendering: (done: number, total: number) => void;
  readonly encoding: (done: number, total: number) => void;
  readonly drawing: (done: number, total: number) => void;
  readonly importing: (done: number, total: number) => void;
  /** Clears the line, before other output. */
  readonly end: () => void;
}

/** Standard error, or a stand-in for it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Fast enough to look alive. */
const WRITE_EVERY_MS = 100;

/** Earlier estimates of the time left are too far off. */
const ESTIMATE_AFTER_MS = 1000;

/**
 * Shows progress in one line of a terminal. In a file or a pipe, only `waiting` writes anything.
 *
 *     Rendering 4,210 of 10,000 pages, 6 s left
 */
export function progressOn(stream: ProgressStream): Progress {
  let lastWrite = 0;
  let started = 0;
  const clear = (): void => {
    if (stream.isTTY && lastWrite > 0) stream.write('\r\u001B[K');
    lastWrite = 0;
  };
  const step =
    (verb: string, things: string) =>
    (done: number, total: number): void => {
      const now = performance.now();
      if (done <= 1) started = now;
      if (!stream.isTTY || (now - lastWrite < WRITE_EVERY_MS && done < total)) return;
      const numbers = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      stream.write(`\r\u001B[K${verb} ${numbers} ${things}${timeLeft(now - started, done, total)}`);
      lastWrite = now;
    };
  return {
    waiting: () => {
      stream.write('Another build is running. Waiting for it to finish.\n');
    },
    reading: step('Reading', 'articles'),
    rendering: step('Rendering', 'pages'),
    encoding: step('Encoding', 'pictures'),
    drawing: step('Drawing', 'social card images'),
    importing: step('Importing', 'texts'),
    end: clear,
  };
}

function timeLeft(milliseconds: number, done: number, total: number): string {
  if (milliseconds < ESTIMATE_AFTER_MS || done === 0 || done === total) return '';
  const seconds = Math.ceil(((milliseconds / done) * (total - done)) / 1000);
  return `, ${seconds.toLocaleString('en')} s left`;
}
