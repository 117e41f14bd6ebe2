import { root } from './root.ts';

/** Characters that each end of a long passage, and its context, are cut to: enough to find it by. */
const LENGTH = 40;

/**
 * Offers a link to the words that are selected in the article: a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/), which the browser that opens it finds and marks.
 */
export function linkToPassage(article: HTMLElement, button: HTMLButtonElement): void {
  const [copy, copied] = [button.textContent, button.value];
  const selection = getSelection();
  if (!selection) return;
  document.onselectionchange = () => {
    button.textContent = copy;
    button.togglePopover(!selection.isCollapsed && article.contains(selection.anchorNode));
  };
  // A press on the button must not take the selection away before it is copied.
  button.onmousedown = () => false;
  button.onclick = async () => {
    const page = location.href.replace(location.hash, '');
    await navigator.clipboard.writeText(`${page}#:~:text=${textDirective(selection, article)}`);
    button.textContent = copied;
  };
}

/** `[prefix-,]start[,end]`, each widened to whole words: fragments match nothing else. */
function textDirective(selection: Selection, article: HTMLElement): string {
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  // Only texts have values: what stands before and after the selection within its own block.
  const before = startContainer.nodeValue?.slice(0, startOffset) ?? '';
  const after = endContainer.nodeValue?.slice(endOffset) ?? '';
  // With an end of line wherever a block ends.
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
  // Context only where it is needed to tell the passage from the same words elsewhere.
  const context =
    article.textContent.split(passage).length > 2 &&
    encode(text.slice(wordStart(start - LENGTH), start));
  return `${context ? `${context}-,` : ''}${encode(passage)}`;
}

/** A hyphen would end a prefix; a line's end is as good as a space. */
function encode(text: string): string {
  return encodeURIComponent(text.trim().replaceAll('\n', ' ')).replaceAll('-', '%2D');
}
