import { existsSync } from 'node:fs';
import bundledChromium from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';
import { FONT_SETTINGS } from './own-fonts.ts';

/** The usual paths of Chrome and Chromium on Linux, macOS and Windows. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** `@sparticuz/chromium` has no browser for other systems. */
const hasBundled = process.platform === 'linux' && process.arch === 'x64';

/**
 * The path of the browser for tests: `CHROME_PATH`, the one in `@sparticuz/chromium`, which the first
 * call unpacks, or an installed browser. The first has no user interface, and takes half the
 * processor time of the second.
 * @throws Error if there is none
 */
export async function browserPath(): Promise<string> {
  if (process.env.CHROME_PATH !== undefined) return process.env.CHROME_PATH;
  if (hasBundled) return bundledChromium.executablePath();
  const found = installedBrowser();
  if (found !== undefined) return found;
  throw new Error('The tests need a browser. Install Google Chrome, or set CHROME_PATH to one.');
}

/** The path of an installed Chrome or Chromium. */
export function installedBrowser(): string | undefined {
  return installed.find((path) => existsSync(path));
}

/** Starts a browser that can only connect to this machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    env: { ...process.env, FONTCONFIG_FILE: FONT_SETTINGS },
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    // Chromium doesn't start as root with its sandbox, for example in a container.
    chromiumSandbox: false,
  });
}
