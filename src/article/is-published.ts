import { startOfDate } from './date.ts';

/** The keys of an article that decide when it is published. */
export interface Publishable {
  readonly draft?: boolean | undefined;
  /** A date, or a date and time: see `isDate`. */
  readonly published?: string | undefined;
  readonly expires?: string | undefined;
}

/** When an article is published, and when it expires. In milliseconds since 1970 UTC. */
export interface Schedule {
  /** `Infinity` for a draft, `-Infinity` for an article without a date. */
  readonly due: number;
  /** `Infinity` for an article that does not expire, and for a draft. */
  readonly expiry: number;
}

/**
 * Returns the schedule of an article.
 * @param timezone where a date without a time begins, for example `Europe/Berlin`. Defaults to UTC
 */
export function scheduleOf(
  { draft, published, expires }: Publishable,
  timezone?: string,
): Schedule {
  if (draft === true) return { due: Infinity, expiry: Infinity };
  return {
    due: published === undefined ? -Infinity : startOfDate(published, timezone),
    expiry: expires === undefined ? Infinity : startOfDate(expires, timezone),
  };
}

/**
 * Whether an article is published: it is not a draft, and its date is not in the future. It remains
 * published after it expires.
 * @param now in milliseconds since 1970 UTC
 */
export function isPublished({ due }: Schedule, now: number): boolean {
  return due <= now;
}

/** Whether an article is not a draft, and its date is in the future. */
export function isHeldBack({ due }: Schedule, now: number): boolean {
  return due > now && due !== Infinity;
}

/** Whether an article has expired. */
export function isExpired({ expiry }: Schedule, now: number): boolean {
  return expiry <= now;
}

/** Whether an article is in lists, feeds and search: it is published, and has not expired. */
export function isListed(schedule: Schedule, now: number): boolean {
  return isPublished(schedule, now) && !isExpired(schedule, now);
}

/** Returns when the next article is due or expires; `undefined` if none is or does. */
export function nextMoment(schedules: readonly Schedule[], now: number): number | undefined {
  const moments = schedules.flatMap(({ due, expiry }) => [due, expiry]);
  const next = moments.reduce((a, b) => (b > now ? Math.min(a, b) : a), Infinity);
  return next === Infinity ? undefined : next;
}
