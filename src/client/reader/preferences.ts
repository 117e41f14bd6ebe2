import { control } from './control.ts';
import { root } from './root.ts';

/** What the reader chose, by the names of the panel's fields; nothing of what was left alone. */
type Choices = Readonly<Record<string, string>>;

let choices: Choices = {};

/**
 * Puts what was chosen on earlier pages and visits in place. One key serves every publication of
 * the origin: a reader's eyes are the same in all of them.
 */
export function restorePreferences(): void {
  try {
    const stored: Record<string, string> = {};
    // Like a query: `theme=sepia&size=120`. Whatever else may be stored there is passed over.
    const pairs = (localStorage.offprint as string).matchAll(/(\w+)=(\w+)/g);
    for (const [, name = '', choice = ''] of pairs) stored[name] = choice;
    show(stored);
  } catch {
    // Nothing is stored, or nothing may be: the choices of this page stand.
  }
}

/** Lets the panel choose. Every choice applies at once. */
export function connectPanel(form: HTMLFormElement): void {
  form.oninput = ({ target }) => {
    // Nothing but inputs is in the form.
    const { name, value, type, checked } = target as HTMLInputElement;
    keep({ ...choices, [name]: type === 'checkbox' && !checked ? 'off' : value });
  };
  form.onreset = () => {
    keep({});
  };
  // By its last button, or by Enter in any field: its method keeps the page where it is.
  form.onsubmit = () => {
    form.hidePopover();
  };
  // Offered where the system has one of these typefaces (see styles/choices.css). Looked for when
  // the panel opens: to look through all typefaces takes longer than to lay out the article.
  form.onbeforetoggle = async () => {
    try {
      await document.fonts.load('1em easy');
      control('easy').hidden = false;
    } catch {
      // None of them is there.
    }
  };
  show(choices);
}

function keep(chosen: Choices): void {
  show(chosen);
  try {
    // Stored as text, as everything is.
    localStorage.offprint = new URLSearchParams(chosen);
  } catch {
    // Storage is blocked or full: the choices are kept for this page.
  }
}

/**
 * Each choice is an attribute and a custom property of the root element, for the style sheet, and
 * marked in the panel, once there is one.
 */
function show(chosen: Choices): void {
  for (const name in choices) root.removeAttribute(`data-${name}`);
  root.removeAttribute('style');
  choices = chosen;
  for (const [name, choice] of Object.entries(choices)) {
    root.setAttribute(`data-${name}`, choice);
    root.style.setProperty(`--${name}`, choice);
    for (const field of document.getElementsByName(name) as NodeListOf<HTMLInputElement>) {
      if (field.type === 'range') field.value = choice;
      else field.checked = field.value === choice;
    }
  }
}
