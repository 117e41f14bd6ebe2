/** Connects the button to the share dialog of the system, if there is one. */
export function share(button: HTMLButtonElement): void {
  // Missing in many browsers and on insecure pages, although TypeScript says otherwise.
  button.hidden = !('share' in navigator);
  button.onclick = async () => {
    try {
      await navigator.share({
        title: document.title,
        url: location.href.replace(location.hash, ''),
      });
    } catch {
      // The reader closed the dialog.
    }
  };
}
