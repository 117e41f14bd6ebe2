import { z } from 'zod';
import { customIssue, line, webAddress } from '../article/fields.ts';

/** The keys that say where a link leads. */
const TARGETS = ['page', 'topic', 'author', 'series', 'url'] as const;

/** A link in `navigation` or `footer`: to a page, a topic, an author, a series, or an address outside. */
const publisherLink = z
  .strictObject({
    /** The slug of a page: `imprint` for `content/pages/imprint.md`. */
    page: line.optional(),
    topic: line.optional(),
    author: line.optional(),
    series: line.optional(),
    url: webAddress.optional(),
    /** What the link says. Defaults to the name of its target. */
    name: line.optional(),
  })
  .superRefine((link, context) => {
    const given = TARGETS.filter((key) => link[key] !== undefined);
    if (given.length !== 1) {
      context.addIssue(
        customIssue([], {
          wrong:
            given.length === 0
              ? 'The link leads nowhere.'
              : `The link has both ${given.join(' and ')}.`,
          right:
            'Write one of them: page, topic, author, series or url. For example: { page: imprint }',
        }),
      );
    }
    if (link.url !== undefined && link.name === undefined) {
      context.addIssue(
        customIssue(['url'], {
          wrong: 'The link has no name.',
          right: 'Say what it leads to: { name: Our shop, url: https://example.org/ }',
        }),
      );
    }
  });

export const linksSchema = z.array(publisherLink);

/** An address elsewhere, with words for it. */
export const namedAddress = z.strictObject({ name: line, url: webAddress });

export type PublisherLink = z.output<typeof publisherLink>;
