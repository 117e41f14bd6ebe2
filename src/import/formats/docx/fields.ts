import type { Element } from 'hast';
import { element, elementWithFate } from '../../document/source-document.ts';
import type { RunStyle, StyledRun } from '../office/styled-runs.ts';

interface OpenField {
  /** `HYPERLINK "https://example.org/"` */
  code: string;
  /** Whether what comes is code, not yet the result. */
  isCode: boolean;
  hasResult: boolean;
  /** Whether something of the result is in the link of the field. */
  isLinkUsed: boolean;
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
    this.#open.push({
      code: '',
      isCode: true,
      hasResult: false,
      isLinkUsed: false,
      runs,
      index: runs.length,
    });
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.isCode = false;
  }

  /**
   * Adds the code to the runs, as omitted; or what Word shows, if that is only in the code.
   * @param style of what is around the field
   */
  end(runs: StyledRun[], style: RunStyle = {}): void {
    const field = this.#open.pop();
    if (!field || field.code.trim() === '' || field.isLinkUsed) return;
    const around = { ...style, ...this.useLink() };
    const shown = field.hasResult ? undefined : shownByCode(field.code);
    const run: StyledRun = shown
      ? { content: shown, style: around }
      : { content: field.code, style: { ...around, omitted: 'code' } };
    if (field.runs === runs) runs.splice(field.index, 0, run);
    else runs.push(run);
  }

  /** Ends the fields that a broken document never ends. */
  endAll(runs: StyledRun[]): void {
    while (this.#open.length > 0) this.end(runs);
  }

  /** @returns whether there is a field that the code belongs to */
  addCode(code: string): boolean {
    const field = this.#open.findLast(({ isCode }) => isCode);
    if (field) field.code += code;
    return field !== undefined;
  }

  /**
   * Adds text that is shown, unless it is the result of a field in the code of another. Text right in
   * the code is shown, too: a broken document never ends its code.
   * @returns whether the text is code
   */
  addText(text: string): boolean {
    const isResult = this.#open.at(-1)?.isCode === false;
    if (isResult && this.addCode(text)) return true;
    for (const field of this.#open) field.hasResult = true;
    return false;
  }

  /** The link for what is added to the result. */
  useLink(): Pick<RunStyle, 'href' | 'title'> {
    const field = this.#open.findLast(({ isCode, code }) => !isCode && linkOf(code));
    if (!field) return {};
    field.isLinkUsed = true;
    return linkOf(field.code) ?? {};
  }

  get isLink(): boolean {
    return this.#open.some(({ isCode, code }) => !isCode && linkOf(code) !== undefined);
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
const RUBY = /\\o(?:\\a[clrd])?\(\\s\\up ?\d+\(([^()]*)\)[,;]([^()]*)\)/i;

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
