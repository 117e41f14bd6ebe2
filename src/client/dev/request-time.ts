/** The entry of the header `Server-Timing` with the time of a request, in milliseconds since the epoch. */
export const REQUEST_TIME = 'requested';

/** Vite's event for that time. */
export const PAGE_CONNECTED = 'offprint:page-connected';
