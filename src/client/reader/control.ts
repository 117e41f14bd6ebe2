/** The controls that the components put into the page, by their ids. */
interface Controls {
  readonly settings: HTMLFormElement | null;
  readonly easy: HTMLElement;
  readonly share: HTMLButtonElement;
  readonly listen: HTMLButtonElement;
  readonly player: HTMLElement;
  readonly pause: HTMLButtonElement;
  readonly speed: HTMLInputElement;
  readonly passage: HTMLButtonElement;
  readonly note: HTMLElement;
}

/** A control of the page. One that the page lacks is a mistake of ours, and shows at its first use. */
export function control<Id extends keyof Controls>(id: Id): Controls[Id] {
  return document.getElementById(id) as Controls[Id];
}
