import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ImportFolder } from './import-command.ts';

const TEXTS = 150;
const KILLS = 50;

test(
  `an import killed at ${KILLS} random points leaves only whole files`,
  { timeout: 240_000 },
  async () => {
    const whole = folderWithTexts();
    expect((await whole.run(['texts'])).exitCode).toBe(0);
    const expected = new Map(whole.articles().map((name) => [name, readArticle(whole, name)]));
    expect(expected.size).toBe(TEXTS);
    let interrupted = 0;
    const folder = folderWithTexts();
    for (let kill = 0; kill < KILLS; kill++) {
      // Every second time over what is there, so that replacing is interrupted as well.
      const child = folder.start('texts', ...(kill % 2 === 0 ? [] : ['--force']));
      const ended = once(child, 'close');
      await once(child.stdout, 'data');
      await setTimeout(Math.random() * 60);
      child.kill('SIGKILL');
      await ended;
      if (child.signalCode === 'SIGKILL') interrupted++;
      const names = folder.articles().filter((name) => !name.startsWith('.'));
      for (const name of names) expect(readArticle(folder, name)).toBe(expected.get(name));
      // From the start again, or the next one finds nothing to do; and something to force, else.
      if (kill % 2 === 1)
        folder.write(`content/articles/${names[0] ?? 'none'}`, expected.get(names[0] ?? '') ?? '');
    }
    expect(interrupted).toBeGreaterThan(KILLS / 2);
    expect((await folder.run(['texts'])).exitCode).toBe(0);
    expect(folder.articles()).toEqual([...expected.keys()]);
    whole.remove();
    folder.remove();
  },
);

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
