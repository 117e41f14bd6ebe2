import type { Fault } from '../article/problem.ts';
import type { ArticleFrontMatter } from '../article/schema.ts';
import type { ArticleLink, PageLink } from '../markdown/links.ts';
import { inspectInline } from '../markdown/render.ts';
import type { FrontMatter } from './yaml/read-front-matter.ts';

/** Lines are counted from 1 in the file. */
export interface InspectedCaptions {
  readonly links: readonly ArticleLink[];
  readonly pageLinks: readonly PageLink[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Inspects the inline Markdown of front matter: the caption and the credit. */
export function inspectCaptions(
  { lineOf }: Pick<FrontMatter, 'lineOf'>,
  { image }: ArticleFrontMatter<string>,
): InspectedCaptions {
  const inspected = (['caption', 'credit'] as const).flatMap((name) => {
    const markdown = image?.[name];
    // Parsing an empty text would take a tenth of the time of parsing an article.
    if (markdown === undefined) return [];
    const { articleLinks, pageLinks, isEmpty, faults, warnings } = inspectInline(markdown);
    const line = lineOf(['image', name]);
    const place = { line, key: `image.${name}` };
    const empty = isEmpty && warnings.length > 0 ? [ONLY_COMMENTS] : [];
    return {
      links: articleLinks.map((link) => ({ ...link, line })),
      pageLinks: pageLinks.map((link) => ({ ...link, line })),
      faults: [...faults, ...empty].map(({ wrong, right }) => ({ ...place, wrong, right })),
      warnings: warnings.map((warning) => ({ ...warning, ...place })),
    };
  });
  return {
    links: inspected.flatMap(({ links }) => links),
    pageLinks: inspected.flatMap(({ pageLinks }) => pageLinks),
    faults: inspected.flatMap(({ faults }) => faults),
    warnings: inspected.flatMap(({ warnings }) => warnings),
  };
}

const ONLY_COMMENTS: Fault = {
  wrong: 'The value is only a comment.',
  right: 'Write text, or remove the key. Comments in front matter begin with #.',
};
