import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { noteTried } from '../../tried.ts';
import { ImportFolder } from './import-command.ts';

const TEXTS = 150;
const KILLS = 30;
const OLD = '---\nheadline: Old\n---\n\nOld.\n';

test(
  `an import that is killed at ${KILLS} random moments leaves only complete files`,
  { timeout: 400_000 },
  async () => {
    const complete = folderWithTexts();
    expect((await complete.run(['texts'])).exitCode).toBe(0);
    const expected = new Map(
      complete.articles().map((name) => [name, readArticle(complete, name)]),
    );
    expect(expected.size).toBe(TEXTS);
    complete.remove();
    const [creating, replacing] = await Promise.all([
      killRepeatedly(expected, ['texts']),
      killRepeatedly(expected, ['texts', '--force']),
    ]);
    // Most imports were killed while they were writing, not before or after.
    expect(creating + replacing).toBeGreaterThan(KILLS / 2);
  },
);

/** @returns how often the import was killed while it was writing */
async function killRepeatedly(
  expected: ReadonlyMap<string, string>,
  args: readonly string[],
): Promise<number> {
  const folder = folderWithTexts();
  const replacing = args.includes('--force');
  let whileWriting = 0;
  for (let kill = 0; kill < KILLS / 2; kill++) {
    if (replacing)
      for (const name of expected.keys()) folder.write(`content/articles/${name}`, OLD);
    else rmSync(join(folder.path, 'content'), { recursive: true, force: true });
    const child = folder.start(...args);
    const ended = once(child, 'close');
    await once(child.stdout, 'data');
    await setTimeout(Math.random() * 60);
    child.kill('SIGKILL');
    await ended;
    noteTried({ faults: 1 });
    const names = folder.articles().filter((name) => !name.startsWith('.'));
    const texts = names.map((name) => readArticle(folder, name));
    texts.forEach((text, index) => {
      if (replacing && text === OLD) return;
      expect(text).toBe(expected.get(names[index] ?? ''));
    });
    const done = texts.filter((text) => text !== OLD).length;
    if (done > 0 && done < TEXTS) whileWriting++;
  }
  expect((await folder.run(args)).exitCode).toBe(0);
  // Nothing else: the leftovers of killed imports are gone.
  expect(folder.articles()).toEqual([...expected.keys()]);
  for (const [name, text] of expected) expect(readArticle(folder, name)).toBe(text);
  folder.remove();
  return whileWriting;
}

function folderWithTexts(): ImportFolder {
  const folder = new ImportFolder();
  for (let number = 0; number < TEXTS; number++) {
    const body = `Paragraph of text ${number}.\n`.repeat(40);
    folder.write(`texts/${number}.txt`, `Headline ${number}\n${body}`);
  }
  return folder;
}

function readArticle(folder: ImportFolder, name: string): string {
  return folder.read(`content/articles/${name}`);
}
