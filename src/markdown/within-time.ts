import { Script } from 'node:vm';

/** Thrown when something took longer than it may. */
export class TimeError extends Error {
  override readonly name = 'TimeError';
}

const KEY = Symbol.for('offprint.within-time');
/** The way from a script to what it calls: a script has nothing but the global object. */
const hook = globalThis as { [KEY]?: (() => void) | undefined };
const script = new Script(`globalThis[Symbol.for('offprint.within-time')]()`);

/**
 * The share of its time that a thread must have computed to be ended for good. With half of a
 * processor it has had several times what good work takes; to begin it anew would take yet longer.
 */
const UNDISTURBED = 0.5;

/** What this thread has computed so far, in milliseconds. */
function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs a synchronous function, and ends it in the middle when it takes too long: what V8 does for
 * scripts that run away. It costs a millisecond, so it is for work that takes many. Only the time
 * in which it computes counts: on a busy machine, where V8's clock runs faster than the work, it
 * is begun anew with more patience.
 * @param work is without effect until it has ended
 * @throws TimeError
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  hook[KEY] = () => {
    result = { value: work() };
  };
  try {
    for (let patience = milliseconds; !result; patience *= 2) {
      const before = computed();
      try {
        script.runInThisContext({ timeout: patience });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        if (computed() - before >= milliseconds * UNDISTURBED)
          throw new TimeError(`Ended after ${milliseconds} ms.`);
      }
    }
    return result.value;
  } finally {
    hook[KEY] = undefined;
  }
}
