import type { BrowserContext, Page } from 'playwright-core';

/**
 * Reports to the top window of every page, from frames at any depth, when a script calls a function
 * that attacks use to prove that they run, and when the content security policy blocks something.
 */
export async function reportScripts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const report = (event: string): void => {
      window.top?.postMessage({ event }, '*');
    };
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
      Object.defineProperty(window, name, {
        value: () => {
          report(`${name}() was called`);
        },
      });
    }
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      report(`the policy blocked ${blockedURI} (${effectiveDirective})`);
    });
  });
}

/** Stops pages from registering a service worker, which would fetch and cache every page opened. */
export async function withoutServiceWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register = () => new Promise(() => undefined);
    }
  });
}

/** Collects requests to other origins, each with the name of its frame. None of them gets an answer. */
export function collectForeignRequests(context: BrowserContext, origin: string): readonly string[] {
  const requests: string[] = [];
  context.on('request', (request) => {
    const url = URL.parse(request.url());
    if (url?.origin === origin || url?.protocol === 'data:') return;
    requests.push(`${request.url()} (${request.frame().name()})`);
  });
  return requests;
}

/** Collects dialogs, console messages, errors, popups and navigations of a page into `problems`. */
export function collectProblems(page: Page, problems: string[]): void {
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('popup', (popup) => problems.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) problems.push(`navigation: ${frame.url()}`);
  });
}
