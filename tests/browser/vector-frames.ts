import type { Page } from 'playwright-core';
import { ALLOWED } from '../hostile/allowed-html.ts';
import { inspectFrames, type Expectation, type Inspection } from './inspect-frames.ts';

/** What happened in a frame, and what is in it. */
export interface FrameReport extends Inspection {
  readonly path: string;
  /** Scripts that ran, and what the policy blocked, in order. */
  readonly events: readonly string[];
}

/**
 * Opens each page in a frame of its own, all at once. Waits until they have settled, triggers every
 * event handler and script URL in them, waits again, and inspects what is there.
 * @param page any page of the same origin
 * @param sandbox for unprotected pages, which would otherwise navigate the top window
 */
export async function openInFrames(
  page: Page,
  expectations: readonly Expectation[],
  sandbox?: string,
): Promise<readonly FrameReport[]> {
  const paths = expectations.map(({ path }) => path);
  const events = await page.evaluate(openFrames, { paths, sandbox, schemes: ALLOWED.schemes });
  const inspections = await inspectFrames(page, expectations);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });
  return inspections.map((inspection, n) => ({
    path: paths[n] ?? '',
    events: events[n] ?? [],
    ...inspection,
  }));
}

/** Runs in the page, so it can use nothing from this module. */
const openFrames = async ({
  paths,
  sandbox,
  schemes,
}: {
  readonly paths: readonly string[];
  readonly sandbox: string | undefined;
  readonly schemes: readonly string[];
}): Promise<readonly (readonly string[])[]> => {
  const LIMIT_MS = 60_000;

  const opened = paths.map((path) => {
    const frame = document.createElement('iframe');
    frame.name = path;
    if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
    frame.src = path;
    const events: string[] = [];
    return { frame, events };
  });

  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'object' || data === null || !('event' in data)) return;
    // The frame itself, or the one that the sender is nested in.
    let sender = source as Window | null;
    while (sender && sender.parent !== window && sender.parent !== sender) sender = sender.parent;
    const from = opened.find(({ frame }) => frame.contentWindow === sender);
    if (from) from.events.push(String(data.event));
    else console.error(`in the top window: ${String(data.event)}`);
  };
  addEventListener('message', listen);

  await Promise.all(
    opened.map(async ({ frame, events }) => {
      const loaded = new Promise((done) => {
        frame.addEventListener('load', done, { once: true });
      });
      document.body.append(frame);
      if (!(await inTime(loaded))) events.push('the page did not load');
    }),
  );
  await settleAll();
  for (const { frame, events } of opened) {
    try {
      trigger(frame);
    } catch (error) {
      // For example `<input name="attributes">`, which hides the property of its form.
      events.push(`the page cannot be searched: ${String(error)}`);
    }
  }
  await settleAll();
  removeEventListener('message', listen);
  return opened.map(({ events }) => events);

  async function inTime(promise: Promise<unknown>): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise((done) => (timer = setTimeout(done, LIMIT_MS, 'late')));
    const winner = await Promise.race([promise, late]);
    clearTimeout(timer);
    return winner !== 'late';
  }

  async function settleAll(): Promise<void> {
    await Promise.all(
      opened.map(async ({ frame, events }) => {
        if (!(await inTime(settle(frame)))) events.push('the page did not settle');
      }),
    );
    // Messages arrive in order: when this one does, those of all frames have.
    const received = new Promise<void>((done) => {
      addEventListener('message', ({ data }) => {
        if (data === 'settled') done();
      });
    });
    postMessage('settled');
    await received;
  }

  /**
   * Waits for a failing picture, a timer, an animation and two paints of the frame: they start after
   * everything that the page started by itself, and so end after events of the same kind.
   */
  async function settle(frame: HTMLIFrameElement): Promise<void> {
    if (!documentOf(frame)) return;
    // A window of the same origin, with all of its constructors.
    const view = frame.contentWindow as Window & typeof globalThis;
    const left = new Promise((done) => {
      view.addEventListener('pagehide', done);
    });
    const settled = async (): Promise<void> => {
      const picture = new view.Image();
      await new Promise((done) => {
        picture.onerror = done;
        picture.src = 'data:,';
      });
      await new Promise((done) => view.setTimeout(done));
      const animation = new view.Animation(new view.KeyframeEffect(null, null, 1));
      animation.play();
      await animation.finished;
      await new Promise((done) => {
        view.requestAnimationFrame(() => view.requestAnimationFrame(done));
      });
    };
    await Promise.race([settled(), left]);
  }

  function documentOf(frame: HTMLIFrameElement): Document | null {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  }

  function trigger(frame: HTMLIFrameElement): void {
    for (const element of documentOf(frame)?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const name of element.getAttributeNames()) {
        if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
      }
      const address = element.getAttribute('href') ?? element.getAttribute('formaction') ?? '';
      const url = URL.parse(address, location.href);
      if (url && !schemes.includes(url.protocol)) {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
    }
  }
};
