import type { AstroConfig } from 'astro';
import type { Problem } from '../article/problem.ts';
import type { ReadContent } from '../content/documents/read-content.ts';
import type { ReadArticle } from '../content/read-article-files.ts';

/** The result of the loader. */
export interface LoadedArticles {
  /** The valid articles, including those that are not published. */
  readonly articles: readonly ReadArticle[];
  /** The texts that are not articles. */
  readonly content: ReadContent;
  /** What is wrong with the other articles. */
  readonly problems: readonly Problem[];
  /** Problems that don't prevent publication. */
  readonly warnings: readonly Problem[];
  /** The number of articles that were not in the cache. */
  readonly parsed: number;
  /** The time that decides what is published, in milliseconds since 1970 UTC. */
  readonly now: number;
}

/** A step of a build that reports progress. */
export type BuildStep = 'reading' | 'rendering' | 'encoding' | 'drawing';

declare global {
  // Astro documents this way to add hooks:
  // https://docs.astro.build/en/reference/integrations-reference/#custom-hooks
  namespace Astro {
    interface IntegrationHooks {
      /** Runs after the loader has read the articles, and before any page is rendered. */
      'offprint:articles:loaded': (loaded: LoadedArticles) => void;
      /** Runs repeatedly during a step. */
      'offprint:progress': (progress: {
        readonly step: BuildStep;
        readonly done: number;
        readonly total: number;
      }) => void;
      /**
       * Runs if the work after Astro's build fails. An integration with this hook must throw the error
       * later: from `astro:build:done`, Astro would print a line about the hook before the error.
       */
      'offprint:build:failed': (failure: { readonly error: unknown }) => void;
    }
  }
}

type OwnHook = 'offprint:articles:loaded' | 'offprint:progress' | 'offprint:build:failed';

/**
 * Runs one of our hooks in every integration that implements it.
 * @returns whether there was one
 */
export function runHook<Name extends OwnHook>(
  { integrations }: Pick<AstroConfig, 'integrations'>,
  name: Name,
  params: Parameters<Astro.IntegrationHooks[Name]>[0],
): boolean {
  // TypeScript cannot connect a hook's parameters with its name.
  const implemented = integrations.flatMap(({ hooks }) => hooks[name] ?? []) as ((
    params: unknown,
  ) => void)[];
  for (const hook of implemented) hook(params);
  return implemented.length > 0;
}
