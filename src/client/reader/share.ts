import { copyLink, pageAddress } from './copy-link.ts';

/**
 * Connects the button to the share dialog of the system. Where there is none, it copies the address of
 * the page. Over plain HTTP, there is no clipboard either, and no button.
 */
export function share(button: HTMLButtonElement): void {
  // TypeScript says that every browser has both.
  const canShare = 'share' in navigator;
  button.hidden = !canShare && !('clipboard' in navigator);
  if (!canShare) button.textContent = button.value;
  button.onclick = async () => {
    try {
      if (canShare) await navigator.share({ title: document.title, url: pageAddress() });
      else await copyLink(button, pageAddress());
    } catch {
      // The reader closed the dialog.
    }
  };
}
