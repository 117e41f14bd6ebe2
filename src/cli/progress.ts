import type { WriteStream } from 'node:tty';

/** Tells the one who waits how far a build has come. */
export interface Progress {
  /** Another build of the same project has to end first. */
  readonly waiting: () => void;
  readonly reading: (done: number, total: number) => void;
  readonly rendering: (done: number, total: number) => void;
  readonly drawing: (done: number, total: number) => void;
  /** Leaves the line to what is said next. */
  readonly end: () => void;
}

/** Often enough to be seen moving. */
const WRITE_EVERY_MS = 100;

/** Before that, how long it takes is anyone's guess. */
const ESTIMATE_AFTER_MS = 1000;

/**
 * Progress on one line of a terminal, which it writes over; in a file or a pipe it is silent, apart
 * from saying that it waits:
 *
 *     Rendering 4,210 of 10,000 pages, 6 s left
 */
export function progressOn(stream: Pick<WriteStream, 'isTTY' | 'write'>): Progress {
  let written = 0;
  let started = 0;
  const clear = (): void => {
    if (stream.isTTY && written > 0) stream.write('\r\u001B[K');
    written = 0;
  };
  const step =
    (doing: string, things: string) =>
    (done: number, total: number): void => {
      const now = performance.now();
      if (done <= 1) started = now;
      if (!stream.isTTY || (now - written < WRITE_EVERY_MS && done < total)) return;
      const numbers = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      stream.write(
        `\r\u001B[K${doing} ${numbers} ${things}${timeLeft(now - started, done, total)}`,
      );
      written = now;
    };
  return {
    waiting: () => {
      stream.write('Another build is under way. Waiting for it to end.\n');
    },
    reading: step('Reading', 'articles'),
    rendering: step('Rendering', 'pages'),
    drawing: step('Drawing', 'pictures for cards'),
    end: clear,
  };
}

function timeLeft(milliseconds: number, done: number, total: number): string {
  if (milliseconds < ESTIMATE_AFTER_MS || done === 0 || done === total) return '';
  const seconds = Math.ceil(((milliseconds / done) * (total - done)) / 1000);
  return `, ${seconds.toLocaleString('en')} s left`;
}
