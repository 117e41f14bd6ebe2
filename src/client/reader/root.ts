/** The element that carries the reader's choices, and the page's language. */
export const root = document.documentElement;
