/** The root element, which has the reader's choices and the language of the page. */
export const root = document.documentElement;
