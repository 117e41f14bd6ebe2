import { control } from './control.ts';

/** By the names of the panel's fields. Only what the reader chose is in it. */
type Choices = Record<string, string>;

/** One key for every publication of the origin: a reader's eyes are the same in all of them. */
const KEY = 'reading';

const root = document.documentElement;
let choices: Choices = {};

/** Puts what was chosen in earlier pages and visits in place. */
export function restorePreferences(): void {
  clear();
  try {
    // Whatever is stored there: names and values are only ever set as attributes and properties.
    choices = { ...(JSON.parse(localStorage[KEY]) as Choices) };
  } catch {
    // Nothing is stored, or nothing may be: the choices are kept for this page.
  }
  show();
}

/** Each choice is an attribute and a custom property of the root element, for the style sheet. */
function show(): void {
  for (const name in choices) {
    root.dataset[name] = choices[name];
    root.style.setProperty('--' + name, choices[name]!);
  }
  for (const field of fields()) {
    const choice = choices[field.name];
    if (choice === undefined) continue;
    if (field.type === 'range') field.value = choice;
    else field.checked = field.value === choice;
  }
}
