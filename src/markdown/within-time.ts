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
 * Runs a synchronous function, and ends it in the middle when it takes too long: what V8 does for
 * scripts that run away. It costs a millisecond, so it is for work that takes many.
 * @throws TimeError
 */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  hook[KEY] = () => {
    result = { value: work() };
  };
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new TimeError(`Ended after ${milliseconds} ms.`);
    throw error;
  } finally {
    hook[KEY] = undefined;
  }
  if (!result) throw new TimeError('Ended before it had a result.');
  return result.value;
}
