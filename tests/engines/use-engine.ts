import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { serveFolder, type ServedFolder } from '../serve-folder.ts';
import type { Engine, EngineName } from './engine.ts';
import { startChromium, startFirefox } from './puppeteer.ts';
import { startWebKit } from './webkit.ts';

const start: Record<EngineName, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

/** A browser, and a served site. */
export interface Reading {
  readonly engine: () => Engine;
  readonly host: () => ServedFolder;
}

/**
 * Starts the project's engine for the tests of a file, and serves a site for each test. Each has its
 * own port, so its own origin: nothing is stored when it begins.
 */
export function useEngine(folder = inject('fixtureSite')): Reading {
  let engine: Engine;
  let host: ServedFolder;
  beforeAll(async () => {
    engine = await start[inject('engine')]();
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    host = await serveFolder(folder);
  });
  afterEach(() => host.close());
  return { engine: () => engine, host: () => host };
}

/** Waits until a function returns true in the page, also across navigations. */
export async function waitUntil(
  engine: Engine,
  isTrue: (...args: string[]) => boolean | Promise<boolean>,
  ...args: string[]
): Promise<void> {
  // A page that is left in the meantime gives no answer.
  const answer = (): Promise<boolean> => engine.evaluate(isTrue, ...args).catch(() => false);
  await expect.poll(answer, { message: String(isTrue) }).toBe(true);
}
