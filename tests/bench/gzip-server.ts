import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Pages on the loopback address, compressed as hosts do. */
export interface GzipServer {
  /** Where the pages begin, with a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves pages by their names: `article.html`. */
export async function servePages(
  pages: Readonly<Record<string, string | Uint8Array>>,
): Promise<GzipServer> {
  const compressed = new Map(
    Object.entries(pages).map(([name, page]) => [`/${name}`, gzipSync(page, { level: 9 })]),
  );
  const server = createServer((request, response) => {
    const page = compressed.get(request.url ?? '');
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-encoding': 'gzip',
      'content-length': page.length,
    });
    response.end(page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // The address of a server that listens on a port is never a string.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
