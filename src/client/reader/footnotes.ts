/**
 * Opens footnotes in a popover, which CSS anchors to the call. With a modifier key, the call is a
 * link like any other, for example to open it in a new tab.
 */
export function openFootnotes(article: HTMLElement, popover: HTMLElement): void {
  article.onclick = (event) => {
    const call = (event.target as Element).closest<HTMLAnchorElement>('[role=doc-noteref]');
    const note = call && document.querySelector(call.hash);
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    popover.innerHTML = note.innerHTML;
    popover.showPopover({ source: call });
  };
}
