import type { Element } from 'hast';
import { element, elementWithFate } from '../../document/source-document.ts';
import type { RunStyle, StyledRun } from '../office/styled-runs.ts';

interface OpenField {
  /** `HYPERLINK "https://example.org/"` */
  code: string;
  /** Whether what comes is code, not yet the result. */
  isCode: boolean;
  hasResult: boolean;
  /** Where the field starts. */
  readonly runs: StyledRun[];
  readonly index: number;
}

/**
 * The fields that are open while a text is read. A field has code, and a result that Word shows; both
 * are runs, which can be in several paragraphs, and have fields in them.
 */
export class Fields {
  readonly #open: OpenField[] = [];

  begin(runs: StyledRun[]): void {
    this.#open.push({ code: '', isCode: true, hasResult: false, runs, index: runs.length });
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.isCode = false;
  }

  /** Adds the code to the runs, as omitted; or what Word shows, if that is only in the code. */
  end(runs: StyledRun[]): void {
    const field = this.#open.pop();
    if (!field || field.code.trim() === '') return;
    const shown = field.hasResult ? undefined : shownByCode(field.code);
    const run: StyledRun = shown
      ? { content: shown, style: {} }
      : { content: field.code, style: { omitted: 'code' } };
    if (field.runs === runs) runs.splice(field.index, 0, run);
    else runs.push(run);
  }

  /** Ends the fields that a broken document never ends. */
  endAll(runs: StyledRun[]): void {
    while (this.#open.length > 0) this.end(runs);
  }

  /** @returns whether the text is code, and not to be shown */
  addText(text: string): boolean {
    const field = this.#open.findLast(({ isCode }) => isCode);
    if (field) field.code += text;
    else for (const open of this.#open) open.hasResult = true;
    return field !== undefined;
  }

  /** The link that what comes is in. */
  get link(): Pick<RunStyle, 'href' | 'title'> {
    const links = this.#open.filter(({ isCode }) => !isCode).map(({ code }) => linkOf(code));
    return links.findLast((link) => link !== undefined) ?? {};
  }
}

/** The link of a field. `undefined` for other fields. */
export function linkOf(code: string): Pick<RunStyle, 'href' | 'title'> | undefined {
  if (!/^\s*HYPERLINK\b/i.test(code)) return undefined;
  const words = [...code.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1'),
  );
  let address = '';
  let anchor = '';
  let title: string | undefined;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === String.raw`\l`) anchor = words[++index] ?? '';
    else if (word === String.raw`\o`) title = words[++index];
    else if (word === String.raw`\t`) index++;
    else if (!/^\\\w$/.test(word) && address === '') address = word;
  }
  return { href: anchor === '' ? address : `${address}#${anchor}`, title };
}

/** Fields that show something, although they have no result. */
const SHOWN = /^\s*(?:EQ|MACROBUTTON|GOTOBUTTON|SYMBOL|FORMDROPDOWN)\b/i;
/** How older versions of Word write ruby: `EQ \* jc2 \o\ad(\s\up 9(かん),漢)` */
const RUBY = /\\o\s*(?:\\a[clrd])?\s*\(\s*\\s\s*\\up\s*\d+\s*\(([^()]*)\)\s*[,;]\s*([^()]*)\)/i;

function shownByCode(code: string): Element | undefined {
  if (!SHOWN.test(code)) return undefined;
  const [, reading, base] = RUBY.exec(code) ?? [];
  if (reading === undefined || base === undefined) {
    return elementWithFate({ omitted: 'unsupported' }, [{ type: 'text', value: code }]);
  }
  return element('ruby', {}, [
    { type: 'text', value: base },
    element('rt', {}, [{ type: 'text', value: reading }]),
  ]);
}
