import type { BrowserContext, Page } from 'playwright-core';

/** What became of a page of vectors in its frame. */
export interface FrameReport {
  readonly path: string;
  /** What ran, and what the policy had to stop, in the order of the events. */
  readonly events: readonly string[];
  /** What is on the page that no article may put there. */
  readonly faults: readonly string[];
  /** The elements around the article, each with the names of its attributes; each kind once. */
  readonly around: readonly string[];
}

/** What a page of vectors may hold. */
export interface Expectation {
  readonly path: string;
  /** Text that must be there, each piece once, in this order. */
  readonly marks: readonly string[];
  /** What the heading says, to the character. */
  readonly headline?: string;
  /** Whether it is no article but a page that lists them. */
  readonly lists?: boolean;
}

/** The fault of a frame that shows another page than the one that was opened in it. */
export const LEFT = 'the frame is not where it was';

/**
 * Watches every frame of a context, those within frames too: tells the top window when a script does
 * what scripts in vectors do, and when the policy stops something.
 */
export async function watchFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const tell = (event: string): void => {
      window.top?.postMessage({ event }, '*');
    };
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) {
      Object.defineProperty(window, name, {
        value: () => {
          tell(`${name}() was called`);
        },
      });
    }
    // It would keep every page that is opened; what it does with pages has tests of its own.
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register = () => new Promise(() => undefined);
    }
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      tell(`the policy stopped ${blockedURI} (${effectiveDirective})`);
    });
  });
}

/** Lists what is asked of others than an origin; there is no way to them (see `launchBrowser`). */
export function listForeignRequests(context: BrowserContext, origin: string): readonly string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    const url = URL.parse(request.url());
    if (url?.origin === origin || url?.protocol === 'data:') return;
    asked.push(`${request.url()} (${request.frame().name()})`);
  });
  return asked;
}

/**
 * Opens pages each in a frame of its own, many at a time, waits until they have settled, provokes
 * every handler and script address in them, and looks at what they hold.
 * @param page a page of the same origin
 * @param settleMs how long a page may do things after it has loaded
 * @param sandbox keeps a frame without protection from leading the whole page away
 */
export async function openInFrames(
  page: Page,
  expectations: readonly Expectation[],
  { settleMs, sandbox }: { readonly settleMs: number; readonly sandbox?: string },
): Promise<readonly FrameReport[]> {
  return page.evaluate(openBatch, { expectations, settleMs, sandbox });
}

const openBatch = async ({
  expectations,
  settleMs,
  sandbox,
}: {
  readonly expectations: readonly Expectation[];
  readonly settleMs: number;
  readonly sandbox: string | undefined;
}): Promise<FrameReport[]> => {
  const LOAD_LIMIT_MS = 60_000;
  const ALLOWED_SCHEMES = new Set(['http:', 'https:', 'mailto:']);
  const ADDRESSES = ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data'];
  const TAGS = new Set(
    `a abbr article bdi blockquote br cite code del em figcaption figure footer h1 h2 h3 h4 h5 h6
     header hr img li mark ol p picture pre q rp rt ruby section small source span strong sub sup
     table tbody td th thead time tr ul b div`.split(/\s+/),
  );
  const FOREIGN = new Set(
    `animate applet audio base bgsound embed frame frameset iframe isindex link marquee math meta
     object style template textarea title video xml xmp`.split(/\s+/),
  );
  const ATTRIBUTES = new Set(
    `alt aria-label class data-align data-pull-quote datetime decoding dir fetchpriority height href id lang loading
     rel role scope sizes src srcset start tabindex title type width`.split(/\s+/),
  );

  interface Opened {
    readonly frame: HTMLIFrameElement;
    readonly events: string[];
    readonly expectation: Expectation;
  }
  const opened: Opened[] = expectations.map((expectation) => {
    const frame = document.createElement('iframe');
    frame.name = expectation.path;
    if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
    frame.src = expectation.path;
    return { frame, events: [], expectation };
  });

  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'object' || data === null || !('event' in data)) return;
    // From the frame itself, or from one within it.
    let sender = source as Window | null;
    while (sender && sender.parent !== window && sender.parent !== sender) sender = sender.parent;
    const from = opened.find(({ frame }) => frame.contentWindow === sender);
    // What a frame makes the whole page do cannot be traced to it.
    if (from) from.events.push(String(data.event));
    else console.error(`in the whole page: ${String(data.event)}`);
  };
  addEventListener('message', listen);

  const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
  await Promise.all(
    opened.map(async ({ frame, events }) => {
      const loaded = new Promise((done) => {
        frame.addEventListener('load', done, { once: true });
      });
      document.body.append(frame);
      const late = sleep(LOAD_LIMIT_MS).then(() => 'late');
      if ((await Promise.race([loaded, late])) === 'late') events.push('the page did not load');
    }),
  );
  await sleep(settleMs);

  for (const { frame, events } of opened) {
    try {
      provoke(frame);
    } catch (error) {
      // `<input name="attributes">` hides the form's own.
      events.push(`the page hides what it is: ${String(error)}`);
    }
  }
  await sleep(settleMs);
  const reports = opened.map(({ frame, events, expectation }) => ({
    path: expectation.path,
    events,
    ...inspectSafely(frame, expectation),
  }));
  for (const { frame } of opened) frame.remove();
  removeEventListener('message', listen);
  return reports;

  function documentOf(frame: HTMLIFrameElement): Document | null {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  }

  function provoke(frame: HTMLIFrameElement): void {
    for (const element of documentOf(frame)?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const name of element.getAttributeNames()) {
        if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
      }
      const address = element.getAttribute('href') ?? element.getAttribute('formaction') ?? '';
      const url = URL.parse(address, location.href);
      if (url && !ALLOWED_SCHEMES.has(url.protocol)) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
    }
  }

  function inspectSafely(frame: HTMLIFrameElement, expectation: Expectation) {
    try {
      return inspect(frame, expectation);
    } catch (error) {
      return { faults: [`the page hides what it is: ${String(error)}`], around: [] };
    }
  }

  function inspectList(body: HTMLElement): string[] {
    const faults: string[] = [];
    for (const element of body.querySelectorAll('*')) {
      if (FOREIGN.has(element.localName)) faults.push(`<${element.localName}> is on the page`);
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'style') faults.push(`the attribute ${name}`);
        if (!ADDRESSES.includes(name) || name === 'srcset') continue;
        const url = URL.parse(value, element.baseURI);
        if (!url || !ALLOWED_SCHEMES.has(url.protocol)) faults.push(`the address ${value}`);
      }
    }
    return faults;
  }

  function inspect(frame: HTMLIFrameElement, { path, marks, headline, lists }: Expectation) {
    const page = documentOf(frame);
    if (page?.location.pathname !== new URL(path, location.href).pathname) {
      return { faults: ['the frame is not where it was'], around: [] };
    }
    if (lists === true) return { faults: inspectList(page.body), around: [] };
    const article = page.querySelector('main > article');
    if (!article) return { faults: ['there is no article'], around: [] };
    const faults: string[] = [];
    for (const element of article.querySelectorAll('*')) {
      if (!TAGS.has(element.localName)) faults.push(`<${element.localName}> is in the article`);
      for (const { name, value } of element.attributes) {
        if (!ATTRIBUTES.has(name)) faults.push(`the attribute ${name}="${value}"`);
        if (name === 'tabindex' && value !== '0') faults.push(`the tabindex "${value}"`);
        if (name === 'id' && !/^(?:section-|fn-\d|fnref-\d)/.test(value)) {
          faults.push(`the id "${value}"`);
        }
        if (name === 'class' && !/^(?:standfirst|byline|credit)$/.test(value)) {
          faults.push(`the class "${value}"`);
        }
        if (!ADDRESSES.includes(name) || name === 'srcset') continue;
        const url = URL.parse(value, page.baseURI);
        if (!url || !ALLOWED_SCHEMES.has(url.protocol)) faults.push(`the address ${value}`);
        else if (url.username + url.password !== '') faults.push(`the credentials in ${value}`);
      }
    }
    const heading = page.querySelector('h1')?.textContent;
    if (headline !== undefined && heading !== headline) faults.push(`the headline is ${heading}`);
    const text = article.textContent;
    let at = 0;
    for (const mark of marks) {
      const found = text.indexOf(mark, at);
      if (found === -1 || text.includes(mark, found + 1)) faults.push(`the text lacks "${mark}"`);
      else at = found;
    }
    for (const { name } of frame.contentWindow?.performance.getEntriesByType('resource') ?? []) {
      if (!/\/assets\/dot\.[\w-]+\.gif$/.test(name)) faults.push(`the page asked for ${name}`);
    }
    const around = [...page.querySelectorAll('*')]
      .filter((element) => !article.contains(element))
      .map((element) => `${element.localName} ${element.getAttributeNames().join(' ')}`);
    return { faults, around: [...new Set(around)] };
  }
};
