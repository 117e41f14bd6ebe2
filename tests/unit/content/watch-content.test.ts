import { EventEmitter, once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchContent } from '../../../src/content/watch-content.ts';

/** Records every call. The first one lasts until `finishFirst` is called. */
function slowListener() {
  const calls: (readonly string[] | undefined)[] = [];
  const called = new EventEmitter();
  const { promise: first, resolve: finishFirst } = Promise.withResolvers<undefined>();
  const onChange = async (edited: readonly string[] | undefined): Promise<void> => {
    calls.push(edited);
    called.emit('call');
    if (calls.length === 1) await first;
  };
  return { calls, next: () => once(called, 'call'), finishFirst, onChange };
}

test('edits during a call are passed in one call after it', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const watcher = new EventEmitter();
  const { calls, finishFirst, onChange } = slowListener();
  watchContent(watcher, onChange);
  const settle = () => vi.advanceTimersByTimeAsync(1000);
  watcher.emit('all', 'change', '/site/content/articles/a.md');
  await settle();

  watcher.emit('all', 'change', '/site/content/articles/b.md');
  await settle();
  watcher.emit('all', 'change', 'C:\\site\\content\\articles\\c.md');
  expect(calls).toEqual([['content/articles/a.md']]);
  finishFirst(undefined);
  await settle();
  expect(calls.slice(1)).toEqual([['content/articles/b.md', 'content/articles/c.md']]);
});

test.each([
  ['add', '/site/content/articles/a.md'],
  ['unlink', '/site/content/articles/a.md'],
  ['change', '/site/content/articles/a/photo.jpg'],
  ['change', '/site/content/publication.yaml'],
])('reports an event without a list of articles: %s %s', async (event, path) => {
  const watcher = new EventEmitter();
  const edited = new Promise((done) => {
    watchContent(watcher, async (files) => {
      done(files);
      await Promise.resolve();
    });
  });
  watcher.emit('all', 'change', '/site/content/articles/b.md');
  watcher.emit('all', event, path);
  expect(await edited).toBeUndefined();
});

test('a file that is written again is noticed, even if only its removal is reported', async () => {
  const project = await mkdtemp(join(tmpdir(), 'offprint-'));
  const folder = join(project, 'content/articles');
  const picture = join(folder, 'photo.jpg');
  await mkdir(folder, { recursive: true });
  const watcher = new EventEmitter();
  const { calls, next, finishFirst, onChange } = slowListener();
  finishFirst(undefined);
  watchContent(watcher, onChange);
  const removal = next();
  watcher.emit('all', 'unlink', picture);
  await writeFile(picture, '');
  await removal;
  await next();
  expect(calls).toEqual([undefined, undefined]);
  await rm(project, { recursive: true });
});
