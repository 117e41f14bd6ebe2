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
 * Starts a real browser: the one that `CHROME_PATH` names, an installed one, or on Linux the one
 * that an npm package carries.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const found = named ?? installed.find((path) => existsSync(path));
  if (found === undefined && process.platform !== 'linux') {
    throw new Error('The tests need a browser. Install Google Chrome, or set CHROME_PATH to one.');
  }
  return chromium.launch({
    executablePath: found ?? (await bundledChromium.executablePath()),
    args: [
      ...(found === undefined ? bundledChromium.args : []),
      // Nothing leaves for anywhere but the page under test.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    chromiumSandbox: process.getuid?.() !== 0 && found !== undefined,
  });
}
