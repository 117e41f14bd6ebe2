import type { AstroConfig } from 'astro';
import type { Problem } from '../article/problem.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/** What the loader has read. */
export interface LoadedArticles {
  /** Those that are in order, also those that are not published. */
  readonly articles: readonly ReadArticle[];
  /** What is wrong with the others. */
  readonly problems: readonly Problem[];
  /** What should be looked at, and does not keep an article from being published. */
  readonly warnings: readonly Problem[];
  /** How many were parsed; the others came from the cache. */
  readonly parsed: number;
  /** The moment that decides what is published, in milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A step of a build that takes long enough to show its progress. */
export type BuildStep = 'reading' | 'rendering' | 'drawing';

declare global {
  // Astro documents this namespace for hooks of our own:
  // https://docs.astro.build/en/reference/integrations-reference/#custom-hooks
  namespace Astro {
    interface IntegrationHooks {
      /** Runs when the loader has read the articles, before any page is rendered. */
      'offprint:articles:loaded': (loaded: LoadedArticles) => void;
      /** Runs again and again during a long step of a build. */
      'offprint:progress': (progress: {
        readonly step: BuildStep;
        readonly done: number;
        readonly total: number;
      }) => void;
    }
  }
}

type OwnHook = 'offprint:articles:loaded' | 'offprint:progress';

/** Runs one of our hooks in every integration that has it. */
export function runHook<Name extends OwnHook>(
  { integrations }: Pick<AstroConfig, 'integrations'>,
  name: Name,
  params: Parameters<Astro.IntegrationHooks[Name]>[0],
): void {
  for (const { hooks } of integrations) {
    // TypeScript cannot tell that a hook takes the parameters of its own name.
    const hook = hooks[name] as ((params: unknown) => void) | undefined;
    hook?.(params);
  }
}
