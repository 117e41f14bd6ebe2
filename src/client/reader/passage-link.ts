import { copyLink, pageAddress } from './copy-link.ts';
import { BLOCKS } from './listen.ts';
import { root } from './root.ts';

/** The length in characters of the start, the end and the context of a passage in its link. */
const LENGTH = 40;

/**
 * Shows a button that copies a link to the text selected in the article. The link has a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/), which browsers find and highlight.
 */
export function linkToPassage(article: HTMLElement, button: HTMLButtonElement): void {
  const label = button.textContent;
  const selection = getSelection();
  // Over plain HTTP, there is no clipboard, although TypeScript says otherwise.
  if (!selection || !('clipboard' in navigator)) return;
  document.onselectionchange = () => {
    const { anchorNode, isCollapsed } = selection;
    // The article contains the reading bar.
    const inBar = anchorNode?.parentElement?.closest('aside');
    const selected = !isCollapsed && !inBar && article.contains(anchorNode);
    button.textContent = label;
    button.togglePopover(selected);
    if (!selected) return;
    const { bottom, left } = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth, offsetHeight, offsetTop: margin } = button;
    // In the window, also if the selection ends outside of it.
    const x = clamp(left, root.clientWidth - offsetWidth);
    const y = clamp(bottom, root.clientHeight - offsetHeight - 2 * margin);
    button.style.translate = `${x}px ${y + scrollY}px`;
  };
  // Keeps the selection when the button is pressed.
  button.onmousedown = () => false;
  button.onclick = () =>
    copyLink(button, `${pageAddress()}#:~:text=${textDirective(selection, article)}`);
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(value, max));
}

/** Returns `[prefix-,]start[,end]`, extended to whole words, because fragments only match these. */
function textDirective(selection: Selection, article: HTMLElement): string {
  const range = selection.getRangeAt(0);
  // The text around the selection, to the ends of its blocks: `word<sup>1</sup>` is one word.
  const before = range.cloneRange();
  before.setStart(blockOf(range.startContainer, article), 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.collapse();
  after.setEndAfter(blockOf(range.endContainer, article));
  // Has a line break at the end of each block.
  const selected = selection.toString();
  const text = before.toString() + selected + after.toString();

  const words = new Intl.Segmenter(root.lang, { granularity: 'word' }).segment(text);
  // A narrow no-break space is part of the word beside it, but can't start or end a fragment.
  const wordStart = (offset: number): number => {
    const start = words.containing(offset)?.index ?? 0;
    return start && !text[start]?.trim() ? wordStart(start - 1) : start;
  };
  const wordEnd = (offset: number): number => {
    const word = words.containing(offset);
    if (!word) return text.length;
    const end = word.index + word.segment.length;
    return text[end - 1]?.trim() ? end : wordEnd(end);
  };
  const from = text.indexOf(selected.trim(), before.toString().length);
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
    article.innerText.split(passage).length > 2 &&
    encode(text.slice(wordStart(start - LENGTH), start));
  return `${context ? `${context}-,` : ''}${encode(passage)}`;
}

function blockOf(node: Node, article: HTMLElement): Node {
  return (node.parentElement ?? article).closest(BLOCKS) ?? node;
}

/** Encodes text for a directive, where a hyphen would end the prefix. */
function encode(text: string): string {
  return encodeURIComponent(text.trim().replace(/[ \n]+/g, ' ')).replaceAll('-', '%2D');
}
