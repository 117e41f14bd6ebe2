import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { servers } from './servers.ts';
import { searchPath } from './start-host.ts';

/**
 * Ends the run before it builds anything if a server is not installed.
 * @throws Error that says what to install
 */
export default function requireServers(): void {
  const missing = servers.filter(({ command }) => !isInstalled(command));
  if (missing.length === 0) return;
  const commands = missing.map(({ command }) => command).join(', ');
  const packages = missing.map((server) => server.package).join(' ');
  throw new Error(
    `npm run test:hosts runs the README's recipes on real servers. Not found: ${commands}. ` +
      `Install with: apt-get install ${packages}`,
  );
}

function isInstalled(command: string): boolean {
  return searchPath.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
