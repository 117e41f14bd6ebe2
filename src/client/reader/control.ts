/** The controls in the components, by their ids. */
interface Controls {
  readonly settings: HTMLFormElement | null;
  readonly easy: HTMLElement;
  readonly share: HTMLButtonElement;
  readonly listen: HTMLButtonElement;
  readonly player: HTMLElement;
  readonly pause: HTMLButtonElement;
  readonly back: HTMLButtonElement;
  readonly skip: HTMLButtonElement;
  readonly heard: HTMLOutputElement;
  readonly speed: HTMLInputElement;
  readonly passage: HTMLButtonElement;
  readonly note: HTMLElement;
}

/** Finds a control. Call it only on pages that have it: the type says that it is never null. */
export function control<Id extends keyof Controls>(id: Id): Controls[Id] {
  return document.getElementById(id) as Controls[Id];
}
