import type { ElementContent } from 'hast';
import { element, elementWithFate, metadata } from '../../document/source-document.ts';
import { parseHtml } from '../html/parse-html.ts';
import { isObject, textIn, textsIn, type JsonObject } from '../read-json.ts';

/** A card of Ghost's editor. What nobody takes out of it goes to the ledger as metadata. */
export class Card {
  readonly #data: JsonObject;
  readonly #taken = new Set<string>();

  constructor(data: JsonObject) {
    this.#data = data;
  }

  /** The text of a key; `undefined` if it is empty. */
  text(key: string): string | undefined {
    const text = textIn(this.#data, key);
    if (text !== undefined) this.#taken.add(key);
    return text;
  }

  /** The code of a key, with the white space around it. */
  code(key: string): string {
    this.#taken.add(key);
    const value = this.#data[key];
    return typeof value === 'string' ? value : '';
  }

  /** The content of a key that holds HTML. */
  html(key: string): ElementContent[] {
    return contentOf(this.text(key) ?? '');
  }

  /** Whether a switch is on. */
  isOn(key: string): boolean {
    this.#taken.add(key);
    return this.#data[key] === true;
  }

  /** The object of a key. What is not taken of it goes to the ledger by `rest` of its own. */
  card(key: string): Card {
    this.#taken.add(key);
    const value = this.#data[key];
    return new Card(isObject(value) ? value : {});
  }

  /** The objects in the list of a key. */
  cards(key: string): Card[] {
    this.#taken.add(key);
    const value = this.#data[key];
    return Array.isArray(value) ? value.filter(isObject).map((data) => new Card(data)) : [];
  }

  /** Everything that nobody took: colours and widths, but also texts that the card does not show. */
  rest(): ElementContent[] {
    return this.#texts().map(({ key, text }) => metadata(key, text));
  }

  /** The same, for cards that nothing is known of. */
  unsupported(): ElementContent[] {
    return this.#texts().map(({ text }) =>
      elementWithFate({ omitted: 'unsupported' }, [{ type: 'text', value: text }]),
    );
  }

  #texts(): { key: string; text: string }[] {
    const others = Object.entries(this.#data).filter(([key]) => !this.#taken.has(key));
    return textsIn(Object.fromEntries(others));
  }
}

/** The content of HTML. */
export function contentOf(html: string): ElementContent[] {
  if (html === '') return [];
  return parseHtml(html, { fragment: true }).children.filter((node) => node.type !== 'doctype');
}

/** An element that no browser knows, so that the ledger reports it: `<ghost-poll>`. */
export function unknownNode(kind: string, name: string): ElementContent {
  return element(`${kind}-${name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-') || 'unnamed'}`);
}
