import type { AstroIntegration } from 'astro';
import type { BuildStep, LoadedArticles } from '../integration/hooks.ts';

export interface WatchedBuild {
  /** Add this to the build. */
  readonly integration: AstroIntegration;
  /** `undefined` until the articles are loaded. */
  readonly loaded: () => LoadedArticles | undefined;
  /** @throws what the work after Astro's build threw */
  readonly assertFinished: () => void;
}

/**
 * Collects the loaded articles of an Astro build, and what the work after it threw.
 * @param onLoaded may throw to stop the build
 */
export function watchBuild(
  onProgress: (step: BuildStep, done: number, total: number) => void,
  onLoaded: (articles: LoadedArticles) => void,
): WatchedBuild {
  let loaded: LoadedArticles | undefined;
  let failure: { readonly error: unknown } | undefined;
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
    },
  };
  return {
    integration,
    loaded: () => loaded,
    assertFinished: () => {
      if (failure) throw failure.error;
    },
  };
}
