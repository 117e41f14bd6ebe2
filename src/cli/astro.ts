import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * `npm run dev`, `npm run serve`: runs Astro's command, wherever npm has installed Astro. Says in one
 * sentence that a server of this project is already running; Astro does so with a stack trace.
 */

const [command = '', ...options] = process.argv.slice(2);
const running = await runningServer(command);
if (running) {
  const { url, pid } = running;
  console.error(
    `The port is taken: "astro ${command}" already serves this project at ${url} (process ${pid}). Open that address, or stop the process first.`,
  );
  process.exit(1);
}
const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
const child = spawn(process.execPath, [astro, command, ...options], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

interface Server {
  readonly pid: number;
  readonly url: string;
}

/**
 * Returns the running server of a command, from Astro's record of it. Astro does not document the file;
 * `tests/browser/dev-server.test.ts` fails if it changes.
 */
async function runningServer(command: string): Promise<Server | undefined> {
  try {
    // Only Astro writes this file.
    const server = JSON.parse(readFileSync(`.astro/${command}.json`, 'utf8')) as Server;
    process.kill(server.pid, 0);
    // After a crash, another program can have the number of the process.
    await fetch(server.url, { method: 'HEAD' });
    return server;
  } catch {
    return undefined;
  }
}
