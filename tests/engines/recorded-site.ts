import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The page of a recorded site that shows another one at a width. A window may not be so narrow. */
export const FRAME = 'frame.html';

/** A copy of a site whose pages record what goes wrong in `window.messages`, from the beginning. */
export interface RecordedSite {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Copies a site. Its pages get a script before everything else, also before their policy, because
 * WebKitWebDriver has no log, and no script that runs before those of the page.
 */
export function recordedSite(site: string): RecordedSite {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-recorded-'));
  cpSync(site, folder, { recursive: true });
  for (const page of globSync('**/*.html', { cwd: folder })) {
    const file = join(folder, page);
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<head>', `<head><script>(${String(record)})()</script>`));
  }
  writeFileSync(
    join(folder, FRAME),
    '<!doctype html><style>iframe{border:0}</style><iframe height=700></iframe>',
  );
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

declare global {
  interface Window {
    messages: string[];
  }
}

function record(): void {
  window.messages = [];
  const add = (...words: unknown[]): void => {
    window.messages.push(words.map(String).join(' '));
  };
  for (const level of ['debug', 'log', 'info', 'warn', 'error', 'assert', 'trace'] as const) {
    console[level] = (...words: unknown[]) => {
      add(level, ...words);
    };
  }
  // In the capturing phase, because a picture that fails to load sends an event that doesn't bubble.
  addEventListener(
    'error',
    ({ message, target }) => {
      add('error', message, target === window ? '' : (target as Element).outerHTML);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => {
    add('unhandled rejection', reason);
  });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    add('the policy blocked', blockedURI, effectiveDirective);
  });
}
