/** Offers the system's own sheet for sharing, where there is one. */
export function share(button: HTMLButtonElement): void {
  // TypeScript takes the sheet for granted; many browsers, and pages that are not secure, lack it.
  button.hidden = !('share' in navigator);
  button.onclick = async () => {
    try {
      await navigator.share({
        title: document.title,
        url: location.href.replace(location.hash, ''),
      });
    } catch {
      // Closing the sheet is no error.
    }
  };
}
