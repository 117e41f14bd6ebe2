import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A folder on the loopback address, as a static host serves it. */
export interface ServedFolder {
  /** Where the folder begins, with a slash at the end. */
  readonly url: string;
  /** The paths that were asked for, in their order. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves a folder. A file that is there compressed, too (`a.html.gz`), is sent so.
 * @param under the path at which it begins: `/`, `/some/deep/path/`
 */
export async function serveFolder(folder: string, under = '/'): Promise<ServedFolder> {
  const files = sirv(folder, {
    ...{ dev: true, gzip: true },
    // As `_headers` has it: the name of an asset changes with what it holds.
    setHeaders: (response, path) => {
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', IMMUTABLE);
    },
  });
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const notFound = (): void => {
      response.writeHead(404).end();
    };
    if (!path.startsWith(under)) {
      notFound();
      return;
    }
    request.url = path.slice(under.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // The address of a server that listens on a port is never a string.
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
