import { root } from './root.ts';

/** The length in characters of the start, the end and the context of a passage in its link. */
const LENGTH = 40;

/**
 * Shows a button that copies a link to the text selected in the article. The link has a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/), which browsers find and highlight.
 */
export function linkToPassage(article: HTMLElement, button: HTMLButtonElement): void {
  const [copy, copied] = [button.textContent, button.value];
  const selection = getSelection();
  if (!selection) return;
  document.onselectionchange = () => {
    button.textContent = copy;
    button.togglePopover(!selection.isCollapsed && article.contains(selection.anchorNode));
  };
  // Keeps the selection when the button is pressed.
  button.onmousedown = () => false;
  button.onclick = async () => {
    const page = location.href.replace(location.hash, '');
    await navigator.clipboard.writeText(`${page}#:~:text=${textDirective(selection, article)}`);
    button.textContent = copied;
  };
}

/** Returns `[prefix-,]start[,end]`, extended to whole words, because fragments only match these. */
function textDirective(selection: Selection, article: HTMLElement): string {
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  // The text around the selection. Only text nodes have a value.
  const before = startContainer.nodeValue?.slice(0, startOffset) ?? '';
  const after = endContainer.nodeValue?.slice(endOffset) ?? '';
  // Has a line break at the end of each block.
  const selected = selection.toString();
  const text = before + selected + after;

  const words = new Intl.Segmenter(root.lang, { granularity: 'word' }).segment(text);
  const wordStart = (offset: number): number => words.containing(offset)?.index ?? 0;
  const wordEnd = (offset: number): number => {
    const word = words.containing(offset);
    return word ? word.index + word.segment.length : text.length;
  };
  const from = text.indexOf(selected.trim(), before.length);
  const start = wordStart(from);
  const end = wordEnd(from + selected.trim().length - 1);
  const passage = text.slice(start, end);
  if (passage.includes('\n') || passage.length > 3 * LENGTH) {
    const opening = passage.slice(0, wordEnd(start + LENGTH) - start).replace(/\n.*/s, '');
    const closing = passage.slice(wordStart(end - LENGTH) - end).replace(/.*\n/s, '');
    return `${encode(opening)},${encode(closing)}`;
  }
  // The context is only needed if the article contains the same text more than once.
  const context =
    article.textContent.split(passage).length > 2 &&
    encode(text.slice(wordStart(start - LENGTH), start));
  return `${context ? `${context}-,` : ''}${encode(passage)}`;
}

/** Encodes text for a directive, where a hyphen would end the prefix. */
function encode(text: string): string {
  return encodeURIComponent(text.trim().replaceAll('\n', ' ')).replaceAll('-', '%2D');
}
