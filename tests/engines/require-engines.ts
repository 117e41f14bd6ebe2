import { ENGINES } from './engine.ts';
import { findCommand } from './find-command.ts';

/**
 * Ends the run before it builds anything if an engine is not installed.
 * @throws Error that says what to install
 */
export default function requireEngines(): void {
  const missing = Object.values(ENGINES)
    .flat()
    .filter(({ command }) => findCommand(command) === undefined);
  if (missing.length === 0) return;
  const commands = missing.map(({ command }) => command).join(', ');
  const packages = missing.map((engine) => engine.package).join(' ');
  throw new Error(
    `npm run test:engines reads in Chromium, Firefox and WebKit. Not found: ${commands}. ` +
      `Install with: apt-get install ${packages}`,
  );
}
