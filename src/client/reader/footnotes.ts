/**
 * Opens notes in place: a call shows its note beside itself, in a popover that the style sheet
 * anchors to the call. The link still works wherever this script does not, and for every other way
 * to follow it: in a new tab, by its address.
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
