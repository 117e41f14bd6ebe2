import { launch, type LaunchOptions } from 'puppeteer-core';
import { browserPath, installedBrowser } from '../browser/launch-browser.ts';
import type { Engine } from './engine.ts';
import { findCommand } from './find-command.ts';

/** Starts Chromium, connected to this machine only. */
export async function startChromium(): Promise<Engine> {
  return start({
    browser: 'chrome',
    // The bundled browser paints nothing of a page that is still on its way.
    executablePath: process.env.CHROME_PATH ?? installedBrowser() ?? (await browserPath()),
    headless: 'shell',
    args: [
      // Chromium doesn't start as root with its sandbox, for example in a container.
      '--no-sandbox',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Starts Firefox, connected to this machine only, and drives it with WebDriver BiDi. */
export function startFirefox(): Promise<Engine> {
  return start({
    browser: 'firefox',
    // `requireEngines` has found it.
    executablePath: findCommand('firefox-esr') ?? '',
    extraPrefsFirefox: {
      // Everything else goes to a proxy that does not exist.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': '127.0.0.1',
    },
  });
}

async function start(options: LaunchOptions): Promise<Engine> {
  const browser = await launch({ ...options, defaultViewport: { width: 1280, height: 800 } });
  const page = await browser.newPage();
  return {
    open: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: async <Result>(
      run: (...args: string[]) => Result | Promise<Result>,
      ...args: string[]
    ): Promise<Result> => page.evaluate<string[], typeof run>(run, ...args),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
