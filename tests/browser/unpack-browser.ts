import { browserPath } from './launch-browser.ts';

/** Finds or unpacks the browser before the first test, so that no two of them unpack it at once. */
export default async function unpackBrowser(): Promise<void> {
  await browserPath();
}
