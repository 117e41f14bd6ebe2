import { existsSync } from 'node:fs';
import bundledChromium from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Where Chrome or Chromium is installed, on the systems that people have. */
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

/**
 * The browser that tests run in: the one that `CHROME_PATH` names, an installed one, or on Linux the
 * one that an npm package carries, unpacked at the first call.
 * @throws Error that says what to install
 */
export async function browserPath(): Promise<string> {
  const found = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.platform === 'linux') return bundledChromium.executablePath();
  throw new Error('The tests need a browser. Install Google Chrome, or set CHROME_PATH to one.');
}

/** Starts a real browser for which there is nothing but this machine: no other name is ever looked up. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: [
      ...['--disable-background-networking', '--disable-component-update', '--no-first-run'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    // Chromium refuses to run as root, as in a container, with its sandbox.
    chromiumSandbox: false,
  });
}
