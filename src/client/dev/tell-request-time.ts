/*
 * Tells the dev server when this page was requested, so that it can reload a page that is out of date
 * (see `page-reloader.ts`).
 */
import { PAGE_CONNECTED, REQUEST_TIME } from './request-time.ts';

const [page] = performance.getEntriesByType('navigation');
if (page instanceof PerformanceNavigationTiming) {
  // Without `serverTiming`, which browsers have on secure connections and localhost only, the page
  // waits for the next edit.
  const time = page.serverTiming.find(({ name }) => name === REQUEST_TIME)?.description;
  import.meta.hot?.send(PAGE_CONNECTED, time);
}
