import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../../src/build/build-lock.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

test('two that do something at once do it one after the other, and the second is told', async () => {
  const file = join(await temporaryFolder(), 'lock');
  const events: string[] = [];
  const work = (name: string) =>
    inTurn(
      file,
      () => events.push(`${name} waits`),
      async () => {
        events.push(`${name} begins`);
        await setTimeout(300);
        events.push(`${name} ends`);
      },
    );
  await Promise.all([work('a'), work('b')]);
  expect(events).toEqual(['a begins', 'b waits', 'a ends', 'b begins', 'b ends']);
});

test('what fails leaves the turn to the next', async () => {
  const file = join(await temporaryFolder(), 'lock');
  const never = (): void => expect.fail('Nobody else is at it.');
  await expect(inTurn(file, never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inTurn(file, never, () => Promise.resolve(1))).toBe(1);
});
