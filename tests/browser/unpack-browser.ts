import { browserPath } from './launch-browser.ts';
import { writeFontSettings } from './own-fonts.ts';

/** Unpacks the browser and writes its settings, so that test files don't do it in parallel. */
export default async function unpackBrowser(): Promise<void> {
  await browserPath();
  await writeFontSettings();
}
