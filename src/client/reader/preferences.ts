import { control } from './control.ts';
import { root } from './root.ts';

/** The reader's choices, by the names of the fields. Contains no defaults. */
type Choices = Readonly<Record<string, string>>;

let choices: Choices = {};

/**
 * Applies the choices made on earlier pages and visits. All publications of an origin share them,
 * because the reader's eyes are the same.
 */
export function restorePreferences(): void {
  try {
    const stored: Record<string, string> = {};
    // Like a query string: `theme=sepia&size=120`. Ignores anything else.
    const pairs = (localStorage.offprint as string).matchAll(/(\w+)=(\w+)/g);
    for (const [, name = '', choice = ''] of pairs) stored[name] = choice;
    show(stored);
  } catch {
    // Nothing is stored, or storage is blocked: keep the choices made on this page.
  }
}

/** Applies and stores every choice in the settings at once. */
export function connectPanel(form: HTMLFormElement): void {
  form.oninput = ({ target }) => {
    // All fields of the form are inputs.
    const { name, value, type, checked } = target as HTMLInputElement;
    keep({ ...choices, [name]: type === 'checkbox' && !checked ? 'off' : value });
  };
  form.onreset = () => {
    keep({});
  };
  form.onclick = ({ target }) => {
    const { type, value } = target as HTMLButtonElement;
    const size = form.elements.namedItem('size') as HTMLInputElement;
    // Only the buttons for the text size: others reset and submit the form.
    if (type !== 'button') return;
    size.stepUp(Number(value));
    keep({ ...choices, size: size.value });
  };
  // The close button, or Enter in any field. The form's method is `dialog`, so nothing is sent.
  form.onsubmit = () => {
    form.hidePopover();
  };
  // Show the choice only if the system has one of its typefaces (see styles/choices.css). Only when
  // the settings open, because looking them up takes longer than the layout of the article.
  form.onbeforetoggle = async () => {
    try {
      await document.fonts.load('1em easy');
      control('easy').hidden = false;
    } catch {
      // The system has none of them.
    }
  };
  show(choices);
}

function keep(chosen: Choices): void {
  show(chosen);
  try {
    // Storage converts it to a string.
    localStorage.offprint = new URLSearchParams(chosen);
  } catch {
    // Storage is blocked or full: the choices last for this page only.
  }
}

/**
 * Sets each choice as an attribute and a custom property of the root element, for CSS. The fields of
 * the settings, if they exist already, get the choices and the defaults.
 */
function show(chosen: Choices): void {
  for (const name in choices) root.removeAttribute(`data-${name}`);
  root.removeAttribute('style');
  choices = chosen;
  for (const [name, choice] of Object.entries(choices)) {
    root.setAttribute(`data-${name}`, choice);
    root.style.setProperty(`--${name}`, choice);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('#settings input')) {
    const choice = choices[field.name];
    if (field.type === 'range') {
      field.value = choice ?? field.defaultValue;
      field.nextElementSibling?.replaceChildren(field.value);
    } else field.checked = choice ? field.value === choice : field.defaultChecked;
  }
}
