import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../scratch-project.ts';
import type { Place, Server } from './servers.ts';

/** Where servers are looked for: Debian puts them into a folder that is on the path of root only. */
export const searchPath = [process.env.PATH, '/usr/sbin'].join(delimiter);

/** A site on a real server. */
export interface Host {
  /** Where the site begins, with a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a copy of a site with the README's recipe for a server, on a free port of the loopback address.
 * @param under the path at which the site begins: `/` or `/news/`
 * @throws Error with what the server printed, if it does not start
 */
export async function startHost(server: Server, site: string, under: string): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-host-'));
  // Servers that root starts read files as another user.
  chmodSync(folder, 0o755);
  const place = { folder, root: join(folder, 'root'), port: await freePort() };
  await mkdir(place.root);
  await cp(site, join(place.root, under), { recursive: true });
  const configuration = join(folder, 'configuration');
  const recipe = adapt(readRecipe(server.name), server, place, under);
  await writeFile(configuration, server.configuration(recipe, place));

  const log = openSync(join(folder, 'server.log'), 'a');
  const child = spawn(server.command, server.args(configuration, place), {
    env: { ...process.env, PATH: searchPath, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  while (!(await accepts(place.port))) {
    if (child.exitCode !== null) {
      const printed = logs(folder);
      await rm(folder, { recursive: true });
      throw new Error(`${server.command} ended:\n${printed}`);
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return {
    url: `http://127.0.0.1:${place.port}${under}`,
    stop: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The code block of the README in the language of that name, without its indentation. */
function readRecipe(name: string): string {
  const readme = readFileSync('README.md', 'utf8');
  const block = new RegExp(`^( *)\`\`\`${name}\\n(.*?)^\\1\`\`\``, 'ms').exec(readme);
  if (!block) throw new Error(`README.md has no code block in the language ${name}.`);
  const [, indentation = '', code = ''] = block;
  return code.replaceAll(new RegExp(`^${indentation}`, 'gm'), '');
}

/** A recipe with the test's address and root, and under a path with the change that the README names. */
function adapt(recipe: string, { name, address }: Server, { port, root }: Place, under: string) {
  const replacements: [string, string][] = [
    ['/var/www/offprint', root],
    ['/404.html', `${under}404.html`],
  ];
  if (address) replacements.push([address.recipe, address.test(port)]);
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The recipe for ${name} does not say "${from}".`);
    return text.replaceAll(from, to);
  }, recipe);
}

/** Whether a server listens on a port. */
function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      done(true);
      socket.destroy();
    });
    socket.on('error', () => {
      done(false);
    });
  });
}

function logs(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
