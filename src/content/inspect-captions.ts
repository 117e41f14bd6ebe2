import type { Problem } from '../article/problem.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import type { ArticleLink } from '../markdown/links.ts';
import { inspectInline } from '../markdown/render.ts';
import type { FrontMatter } from './yaml/read-front-matter.ts';

/** What there is to say of the caption and credit of an article. All lines are those of the file. */
export interface InspectedCaptions {
  readonly links: readonly ArticleLink[];
  readonly faults: readonly Omit<Problem, 'file'>[];
  readonly warnings: readonly Omit<Problem, 'file'>[];
}

/** Inspects the inline Markdown of front matter. */
export function inspectCaptions(
  { lineOf }: Pick<FrontMatter, 'lineOf'>,
  { image }: ArticleFrontMatter<string>,
): InspectedCaptions {
  const inspected = (['caption', 'credit'] as const).flatMap((name) => {
    const words = image?.[name];
    // To parse nothing takes a tenth of the time of parsing an article.
    if (words === undefined) return [];
    const { articleLinks, isEmpty, faults, warnings } = inspectInline(words);
    const line = lineOf(['image', name]);
    const place = { line, key: `image.${name}` };
    const empty = isEmpty && warnings.length > 0 ? [ONLY_COMMENTS] : [];
    return {
      links: articleLinks.map((link) => ({ ...link, line })),
      faults: [...faults, ...empty].map(({ wrong, right }) => ({ ...place, wrong, right })),
      warnings: warnings.map((warning) => ({ ...warning, ...place })),
    };
  });
  return {
    links: inspected.flatMap(({ links }) => links),
    faults: inspected.flatMap(({ faults }) => faults),
    warnings: inspected.flatMap(({ warnings }) => warnings),
  };
}

const ONLY_COMMENTS = {
  wrong: 'The value is only a comment, so there is nothing to show.',
  right: 'Write a text, or leave out the key. Comments in front matter begin with #.',
};
