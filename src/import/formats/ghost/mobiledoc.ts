import type { Element, ElementContent } from 'hast';
import { element, elementWithFate } from '../../document/source-document.ts';
import { isObject, textsIn, type JsonObject } from '../read-json.ts';
import { unknownNode } from './card.ts';
import { convertCard } from './convert-card.ts';

/** Elements of Mobiledoc that have a name of their own. */
const SECTIONS: Readonly<Record<string, string>> = {
  'pull-quote': 'blockquote',
  aside: 'blockquote',
};
const SECTION = /^(?:p|h[1-6]|blockquote)$/;
const MARKUP = /^(?:[abisu]|code|em|del|strike|strong|sub|sup|mark|span)$/;

/**
 * Converts the sections of a Mobiledoc 0.3
 * (https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md).
 */
export function mobiledocContent(document: JsonObject): ElementContent[] {
  const convertMarkers = (markers: unknown): ElementContent[] =>
    new Markers(document).convert(markers);
  return listIn(document.sections).flatMap((section): ElementContent[] => {
    const [type, name, content] = listIn(section);
    switch (type) {
      case 1: {
        const tagName = SECTIONS[String(name)] ?? String(name);
        const children = convertMarkers(content);
        if (SECTION.test(tagName)) return [element(tagName, {}, children)];
        return [element('div', {}, [unknownNode('mobiledoc', tagName), ...children])];
      }
      case 2:
        return [element('p', {}, [element('img', { src: String(name), alt: '' })])];
      case 3: {
        const items = listIn(content).map((item) => element('li', {}, convertMarkers(item)));
        return [element(name === 'ol' ? 'ol' : 'ul', {}, items)];
      }
      case 10: {
        const [card, data] = listIn(listIn(document.cards)[Number(name)]);
        return convertCard(String(card), isObject(data) ? data : {});
      }
      default:
        return unknownPart('section', section);
    }
  });
}

/** Reads the markers of a section: pieces of text that open and close elements. */
class Markers {
  readonly #document: JsonObject;
  readonly #root = element('p');
  /** The elements that are open, with the outermost first. */
  #open: Element[] = [this.#root];

  constructor(document: JsonObject) {
    this.#document = document;
  }

  convert(markers: unknown): ElementContent[] {
    for (const marker of listIn(markers)) {
      const [type, opened, closed, value] = listIn(marker);
      for (const index of listIn(opened)) this.#openMarkup(Number(index));
      this.#add(this.#contentOf(type, value));
      const count = Math.min(Number(closed) || 0, this.#open.length - 1);
      if (count > 0) this.#open = this.#open.slice(0, -count);
    }
    return this.#root.children;
  }

  #openMarkup(index: number): void {
    const [name, attributes] = listIn(listIn(this.#document.markups)[index]);
    const tagName = String(name);
    const values = listIn(attributes).map(String);
    const href = values[values.indexOf('href') + 1];
    const isLink = tagName === 'a' && values.includes('href') && href !== undefined;
    const markup = element(MARKUP.test(tagName) ? tagName : 'span', isLink ? { href } : {});
    if (!MARKUP.test(tagName)) markup.children.push(unknownNode('mobiledoc', tagName));
    this.#add([markup]);
    this.#open.push(markup);
  }

  #contentOf(type: unknown, value: unknown): ElementContent[] {
    if (type === 0) return [{ type: 'text', value: String(value) }];
    if (type !== 1) return unknownPart('marker', value);
    const [name, text] = listIn(listIn(this.#document.atoms)[Number(value)]);
    if (name === 'soft-return') return [element('br')];
    return [
      unknownNode('mobiledoc', String(name)),
      { type: 'text', value: typeof text === 'string' ? text : '' },
    ];
  }

  #add(content: readonly ElementContent[]): void {
    this.#open.at(-1)?.children.push(...content);
  }
}

/** Reports a part that nothing is known of, with its words. */
function unknownPart(name: string, value: unknown): ElementContent[] {
  const words = textsIn(value).map(({ text }) =>
    elementWithFate({ omitted: 'unsupported' }, [{ type: 'text', value: text }]),
  );
  return [unknownNode('mobiledoc', name), ...words];
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
