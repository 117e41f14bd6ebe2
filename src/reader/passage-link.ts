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
    const [page = ''] = location.href.split('#');
    const directive = textDirective(selection, article);
    await navigator.clipboard.writeText(`${page}#:~:text=${directive}`);
    button.textContent = copied;
  };
}

/** `[prefix-,]start[,end]`, each widened to whole words: fragments match nothing else. */
function textDirective(selection: Selection, article: HTMLElement): string {
  const range = selection.getRangeAt(0);
  const before = new Range();
  before.setStart(article, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = new Range();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(article, article.childNodes.length);
  // Unlike a range's, a selection's text has an end of line wherever a block ends.
  const selected = selection.toString();
  const head = before.toString();
  const text = head + selected + after.toString();

  const language = document.documentElement.lang;
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const wordStart = (offset: number): number => words.containing(Math.max(offset, 0))?.index ?? 0;
  const wordEnd = (offset: number): number => {
    const word = words.containing(offset);
    return word ? word.index + word.segment.length : text.length;
  };
  const from = text.indexOf(selected.trim(), head.length);
  const start = wordStart(from);
  const end = wordEnd(from + selected.trim().length - 1);
  const passage = text.slice(start, end);
  const lines = passage.split('\n');
  if (lines.length > 1 || passage.length > 3 * LENGTH) {
    const opening = lines[0]?.slice(0, wordEnd(start + LENGTH) - start);
    const closing = lines.at(-1)?.slice(wordStart(end - LENGTH) - end);
    return `${encode(opening)},${encode(closing)}`;
  }
  // Context only where it is needed to tell the passage from the same words elsewhere.
  const context =
    text.split(passage).length > 2 && text.slice(wordStart(start - LENGTH), start).trim();
  return `${context ? `${encode(context.split('\n').at(-1))}-,` : ''}${encode(passage)}`;
}

/** A hyphen would end a prefix. */
function encode(text = ''): string {
  return encodeURIComponent(text.trim()).replaceAll('-', '%2D');
}
