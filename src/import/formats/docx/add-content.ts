import type { Element } from 'hast';
import type { OmitReason } from '../../document/fate.ts';
import { element } from '../../document/source-document.ts';
import type { RunStyle } from '../office/styled-runs.ts';
import { isSymbol, isSymbolFont, splitSymbols, symbolOf } from '../office/symbol-fonts.ts';
import { languageOfText } from '../office/writing-systems.ts';
import type { ParagraphScope } from './scope.ts';

/** Adds text, with the language that Word gives to its writing system. */
export function addText(value: string, scope: ParagraphScope): void {
  const { story, run, style } = scope;
  if (value === '' || story.fields.addText(value)) return;
  const { font } = run;
  if (font !== undefined && isSymbolFont(font)) {
    for (const part of splitSymbols(value)) {
      if (isSymbol(part)) addSymbol(part.codePointAt(0) ?? 0, font, scope);
      else addText(part, withoutFont(scope));
    }
    return;
  }
  scope.runs.push({
    content: value,
    style: {
      ...style,
      ...story.fields.useLink(),
      language: run.isRightToLeft ? run.bidi : languageOfText(value, run),
      ...(run.isRightToLeft && !scope.isRightToLeft && { direction: 'rtl' as const }),
    },
  });
}

/** Adds a picture, a line break or the like. */
export function addElement(content: Element, scope: ParagraphScope): void {
  const isCode = scope.story.fields.addText('');
  const style: RunStyle = { ...scope.style, ...scope.story.fields.useLink() };
  scope.runs.push({ content, style: isCode ? { ...style, omitted: 'code' } : style });
}

/** Adds text that is not for the body, for the ledger. */
export function addOmitted(content: string, omitted: OmitReason, scope: ParagraphScope): void {
  if (content.trim() === '') return;
  const style: RunStyle = { ...scope.style, ...scope.story.fields.useLink(), omitted };
  scope.runs.push({ content, style });
}

export function addSymbol(code: number, font: string, scope: ParagraphScope): void {
  const symbol = symbolOf(code, font);
  if (symbol !== undefined) addText(symbol, withoutFont(scope));
  else addElement(element('w-sym', { title: `${font} ${code.toString(16)}` }), scope);
}

function withoutFont(scope: ParagraphScope): ParagraphScope {
  return { ...scope, run: { ...scope.run, font: undefined } };
}

export function withStyle(scope: ParagraphScope, style: RunStyle): ParagraphScope {
  const { omitted } = scope.style;
  const own = omitted === undefined ? style : { ...style, omitted };
  return { ...scope, style: { ...scope.style, ...own } };
}
