import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A folder served on the loopback address, as a static host would. */
export interface ServedFolder {
  /** The address of the folder, with a slash at the end. */
  readonly url: string;
  /** The paths requested so far, in order. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves a folder. Sends `a.html.gz` in place of `a.html` if it exists, and `404.html` with status
 * 404 for a path without a file.
 * @param under the path that the folder is served at: `/`, `/some/deep/path/`
 */
export async function serveFolder(folder: string, under = '/'): Promise<ServedFolder> {
  const files = sirv(folder, {
    dev: true,
    gzip: true,
    // As in `_headers`: an asset's name changes with its content.
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', IMMUTABLE);
    },
  });
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const notFound = (): void => {
      const page = join(folder, '404.html');
      response.writeHead(404, { 'Content-Type': 'text/html' });
      // Never an empty body: Chrome shows an error page of its own for that, and `goto` throws.
      response.end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    if (!path.startsWith(under)) {
      notFound();
      return;
    }
    request.url = path.slice(under.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port has an object for its address, not a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
