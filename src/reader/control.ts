/**
 * A control of the page, by its id. The page is ours: a control that it lacks is a mistake that
 * shows at its first use.
 */
export function control<Kind extends HTMLElement = HTMLButtonElement>(id: string): Kind {
  // The caller knows what kind of element it is.
  return document.getElementById(id) as Kind;
}
