import { browserPath } from './launch-browser.ts';

/** Unpacks the browser before the first test, so that test files don't unpack it in parallel. */
export default async function unpackBrowser(): Promise<void> {
  await browserPath();
}
