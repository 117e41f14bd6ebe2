/*
 * On the page for addresses that lead nowhere: finds where the publication begins. A host shows that
 * page at any address, so it cannot know the way from there; but in one of the folders above, the
 * archive stands where it always does. Only when it was found do the links appear.
 */

const nav = document.querySelector<HTMLElement>('[data-archive-title]');

async function isPublication(folder: string): Promise<boolean> {
  const response = await fetch(`${folder}archive.html`);
  if (!response.ok) return false;
  // A host that answers every address with some page is not taken for one that found the archive.
  const found = new DOMParser().parseFromString(await response.text(), 'text/html');
  return found.title === nav?.dataset.archiveTitle;
}

async function findPublication(): Promise<void> {
  const { pathname } = location;
  for (let end = pathname.lastIndexOf('/'); end >= 0; end = pathname.lastIndexOf('/', end - 1)) {
    const folder = pathname.slice(0, end + 1);
    if (await isPublication(folder)) {
      for (const link of nav?.querySelectorAll('a') ?? []) {
        link.href = folder + (link.dataset.path ?? '');
      }
      nav?.removeAttribute('hidden');
      return;
    }
    if (end === 0) return;
  }
}

// Without a network there is nothing to find; the page says what it can without it.
findPublication().catch(() => undefined);
