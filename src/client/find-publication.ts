/*
 * Finds the root of the publication for the links on the 404 page. Hosts show that page at any URL,
 * so its links can't be relative to it. Looks for the archive page in each folder above, and shows
 * the links when it is found.
 */

const nav = document.querySelector<HTMLElement>('[data-archive-title]');

async function isPublication(folder: string): Promise<boolean> {
  const response = await fetch(`${folder}archive.html`);
  if (!response.ok) return false;
  // Some hosts answer every URL with a page, so check that this is the archive.
  // Not the whole page: the policy would report its styles.
  const [title = ''] = /<title>.*?<\/title>/s.exec(await response.text()) ?? [];
  const found = new DOMParser().parseFromString(title, 'text/html');
  return found.title === nav?.dataset.archiveTitle;
}

async function findPublication(): Promise<void> {
  const { pathname } = location;
  for (let end = pathname.lastIndexOf('/'); end >= 0; end = pathname.lastIndexOf('/', end - 1)) {
    const folder = pathname.slice(0, end + 1);
    if (await isPublication(folder)) {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-path]')) {
        link.href = folder + (link.dataset.path ?? '');
      }
      nav?.removeAttribute('hidden');
      return;
    }
    if (end === 0) return;
  }
}

// Without a network, the page stays as it is.
findPublication().catch(() => undefined);
