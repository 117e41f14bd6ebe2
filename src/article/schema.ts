import { z } from 'zod';
import { isBefore } from './date.ts';
import { besideArticle } from './picture-path.ts';
import { date, fault, language, line, listOf, text, truth, webAddress } from './fields.ts';

/**
 * The front matter of an article, key by key. Every scalar arrives as a string (see
 * `readFrontMatter`), so this schema is also where `true` becomes a boolean.
 *
 * `picture` reads `image.file`: a checked path when the schema stands alone, Astro's `image()`
 * inside the collection. The schema itself never touches a file.
 */
export function articleSchema<Picture extends z.ZodType>(picture: Picture) {
  return z
    .strictObject({
      /** What the article is called. Plain text on one line. The only key that must be there. */
      headline: line,
      /** The summary under the headline. Plain text. Also the page's description. */
      standfirst: line.optional(),
      /** Who wrote it: one name or a list of names, in the order in which they are to stand. */
      byline: listOf(line).optional(),
      /** Where it was filed: a city, as it is to be shown. */
      dateline: line.optional(),
      /** When it was published: `2023-09-19`, or `2023-09-19T14:30:00+03:00`. Shown as that day. */
      published: date.optional(),
      /** When it was last changed, in the same forms. Not before `published`. */
      updated: date.optional(),
      /** The language of the article (BCP 47). The publication's, when absent. */
      language: language.optional(),
      /** The subjects that this article shares with others: one, or a list. */
      topics: listOf(line).optional(),
      /** The lead picture, or only its caption and credit where the picture itself is missing. */
      image: imageSchema(picture).optional(),
      /** Where the article appeared first. */
      source: z
        .strictObject({
          /** The name of the publication. */
          name: line,
          /** The article's address there: http: or https:. */
          url: webAddress.optional(),
        })
        .optional(),
      /** `true` keeps the article out of the built site. `false` when absent. */
      draft: truth.optional(),
    })
    .superRefine(({ published, updated }, context) => {
      if (published === undefined || updated === undefined) return;
      if (!isBefore(updated, published)) return;
      context.addIssue(
        fault(
          ['updated'],
          `The article was updated (${updated}) before it was published (${published}).`,
          'Exchange the two dates, or leave out "updated".',
        ),
      );
    });
}

/** The front matter of an article, as `articleSchema` hands it on. */
export type ArticleFrontMatter<Picture> = z.output<
  ReturnType<typeof articleSchema<z.ZodType<Picture>>>
>;

function imageSchema<Picture extends z.ZodType>(picture: Picture) {
  return z
    .strictObject({
      /** The picture's file, beside the article. Absent: caption and credit stand without it. */
      file: z
        .preprocess(
          (path) => (typeof path === 'string' ? besideArticle(path.trim()) : path),
          picture,
        )
        .optional(),
      /** What the picture shows, for someone who cannot see it. `""` if it adds nothing to the words. */
      alt: text.optional(),
      /** What the picture shows, for everyone. Inline Markdown. */
      caption: line.optional(),
      /** Whose picture it is. Inline Markdown, so that a licence can be linked. */
      credit: line.optional(),
    })
    .superRefine(({ file, alt, caption, credit }, context) => {
      if (file !== undefined && alt === undefined) {
        const right =
          'Say what it shows to someone who cannot see it — alt: "…" — or write alt: "" if its caption says it all.';
        context.addIssue(fault(['file'], 'The picture has no alternative text.', right));
      }
      if (file === undefined && alt !== undefined) {
        const right = 'Name the picture with "file", or leave out "alt".';
        context.addIssue(fault(['alt'], 'There is alternative text, but no picture.', right));
      }
      if (file === undefined && caption === undefined && credit === undefined) {
        const right =
          'Give it a "file" with "alt", a "caption" or a "credit", or leave out "image".';
        context.addIssue(fault([], 'The image is empty.', right));
      }
    });
}
