import type { AstroIntegration } from 'astro';
import type { BuildStep, LoadedArticles } from '../integration/hooks.ts';

export interface WatchedBuild {
  /** Add this to the build. */
  readonly integration: AstroIntegration;
  /** `undefined` until the articles are loaded. */
  readonly loaded: () => LoadedArticles | undefined;
  /** @throws what the work after Astro's build threw */
  readonly assertFinished: () => void;
  readonly pages: () => { readonly rendered: number; readonly reused: number };
}

/**
 * Collects the loaded articles and counts the rendered pages of an Astro build.
 * @param onLoaded may throw to stop the build
 */
export function watchBuild(
  onProgress: (step: BuildStep, done: number, total: number) => void,
  onLoaded: (articles: LoadedArticles) => void,
): WatchedBuild {
  let loaded: LoadedArticles | undefined;
  let failure: { readonly error: unknown } | undefined;
  let total = 0;
  let rendered = 0;
  const integration: AstroIntegration = {
    name: 'watch-build',
    hooks: {
      'offprint:articles:loaded': (articles) => {
        loaded = articles;
        onLoaded(articles);
      },
      'offprint:progress': ({ step, done, total }) => {
        onProgress(step, done, total);
      },
      'offprint:build:failed': (failed) => {
        failure = failed;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: 'watch-build',
          getStaticPaths: async () => {
            const paths = await astro.getStaticPaths();
            total = paths.length;
            return paths;
          },
          render: (...args) => {
            onProgress('rendering', rendered++, total);
            return astro.render(...args);
          },
        }));
      },
    },
  };
  return {
    integration,
    loaded: () => loaded,
    assertFinished: () => {
      if (failure) throw failure.error;
    },
    pages: () => ({ rendered, reused: total - rendered }),
  };
}
