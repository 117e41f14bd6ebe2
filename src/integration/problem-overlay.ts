import type { Plugin, ViteDevServer } from 'vite';
import { describeProblems, type Problem } from '../article/problem.ts';

export interface ProblemOverlay {
  /** A Vite plugin for `dev`. */
  readonly plugin: Plugin;
  /** Shows problems in all open pages, instead of those before. Without problems, reloads the pages. */
  readonly show: (problems: readonly Problem[]) => void;
}

/**
 * Shows problems with the content in Vite's error overlay, over pages that are open and those that are
 * opened later.
 * @param reload reloads the open pages, which takes the overlay away
 */
export function problemOverlay(reload: () => void): ProblemOverlay {
  let hot: ViteDevServer['environments']['client']['hot'] | undefined;
  let problems: readonly Problem[] = [];
  const message = () => ({
    type: 'error' as const,
    err: { message: describeProblems(problems), stack: '' },
  });
  return {
    plugin: {
      name: 'problem-overlay',
      apply: 'serve',
      configureServer({ environments }) {
        hot = environments.client.hot;
        hot.on('vite:client:connect', (_data, client) => {
          if (problems.length > 0) client.send(message());
        });
      },
    },
    show: (found) => {
      const areSolved = found.length === 0 && problems.length > 0;
      problems = found;
      if (problems.length > 0) hot?.send(message());
      if (areSolved) reload();
    },
  };
}
