/**
 * A control of the page, by its id.
 * @throws TypeError at its first use if the page has none: script and components are built together
 */
export function control<Kind extends HTMLElement = HTMLButtonElement>(id: string): Kind {
  // The caller knows which element bears the id; the page is ours.
  return document.getElementById(id) as Kind;
}
