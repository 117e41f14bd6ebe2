import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withBuildLock } from '../../../src/build/build-lock.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

test('a second build waits for the first to end', async () => {
  const file = join(await temporaryFolder(), 'lock');
  const events: string[] = [];
  const { promise: secondWaits, resolve: onSecondWaits } = Promise.withResolvers<undefined>();
  const first = async (): Promise<void> => {
    events.push('first begins');
    await secondWaits;
    events.push('first ends');
  };
  const second = (): Promise<void> => {
    events.push('second begins');
    return Promise.resolve();
  };
  const onWait = (): void => {
    events.push('second waits');
    onSecondWaits(undefined);
  };
  await Promise.all([withBuildLock(fail, first, file), withBuildLock(onWait, second, file)]);
  expect(events).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
});

test('a build that fails releases the lock', async () => {
  const file = join(await temporaryFolder(), 'lock');
  const failing = withBuildLock(fail, () => Promise.reject(new Error('no')), file);
  await expect(failing).rejects.toThrow('no');
  expect(await withBuildLock(fail, () => Promise.resolve(1), file)).toBe(1);
});

function fail(): never {
  throw new Error('No other build is running.');
}
