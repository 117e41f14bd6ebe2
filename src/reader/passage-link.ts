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
  const range = selection.getRangeAt(0);
  const before = new Range();
  before.selectNodeContents(article);
  before.setEnd(range.startContainer, range.startOffset);
  const after = new Range();
  after.selectNodeContents(article);
  after.setStart(range.endContainer, range.endOffset);
  // Unlike a range's, a selection's text has an end of line wherever a block ends.
  const selected = selection.toString();
  const head = before.toString();
  const text = head + selected + after.toString();

  const language = document.documentElement.lang;
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const wordStart = (offset: number): number => words.containing(offset)?.index ?? 0;
  const wordEnd = (offset: number): number => {
    const word = words.containing(offset);
    return word ? word.index + word.segment.length : text.length;
  };
  const from = text.indexOf(selected.trim(), head.length);
  const start = wordStart(from);
  const end = wordEnd(from + selected.trim().length - 1);
  const passage = text.slice(start, end);
  if (passage.includes('\n') || passage.length > 3 * LENGTH) {
    const opening = passage.slice(0, wordEnd(start + LENGTH) - start).replace(/\n.*/s, '');
    return `${encode(opening)},${lastLine(passage.slice(wordStart(end - LENGTH) - end))}`;
  }
  // Context only where it is needed to tell the passage from the same words elsewhere.
  const context =
    text.split(passage).length > 2 && lastLine(text.slice(wordStart(start - LENGTH), start));
  return `${context ? `${context}-,` : ''}${encode(passage)}`;
}

/** No part of a fragment may go from one block to another. */
function lastLine(text: string): string {
  return encode(text.replace(/.*\n/s, ''));
}

/** A hyphen would end a prefix. */
function encode(text: string): string {
  return encodeURIComponent(text.trim()).replaceAll('-', '%2D');
}
