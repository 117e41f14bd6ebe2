import type { FieldCollector } from '../../document/field-collector.ts';
import { htmlText } from '../html/html-text.ts';

/** In characters. */
const REACH = 80;

/** Adds where an item was filed, unless its text starts with it: `MOSCOW, Monday (Reuters) - …` */
export function addDateline(
  origin: string,
  located: string | undefined,
  html: string,
  collected: FieldCollector,
): void {
  if (located === undefined) return;
  const [city = ''] = located.split(',');
  const start = htmlText(html).trim().slice(0, REACH).toLowerCase();
  if (start.includes(city.trim().toLowerCase())) collected.other(origin, located);
  else collected.line('dateline', origin, located);
}
