import { z } from 'zod';
import { alias } from './alias.ts';
import { isBefore } from './date.ts';
import {
  customIssue,
  date,
  inlineMarkdown,
  language,
  line,
  listOf,
  text,
  trueOrFalse,
  webAddress,
} from './fields.ts';
import { correction, form, series } from './newsroom-fields.ts';
import { toRelativePath } from './picture-path.ts';

/**
 * Returns the schema of an article's front matter. All values in its input are strings (see
 * `readYaml`).
 * @param picture the schema of `image.file`: `picturePath`, or Astro's `image()`
 */
export function articleSchema<Picture extends z.ZodType>(picture: Picture) {
  return z
    .strictObject({
      /** Plain text. The only required key. */
      headline: line,
      /** The summary under the headline, and the page's description. Plain text. */
      standfirst: line.optional(),
      /** The authors: one name or a list. */
      byline: listOf(line).optional(),
      /** The city where the article was filed. */
      dateline: line.optional(),
      /** `2023-09-19`, or `2023-09-19T14:30:00+03:00`. */
      published: date.optional(),
      /** The date of the last change, in the same formats. Not before `published`. */
      updated: date.optional(),
      /** BCP 47. Defaults to the publication's language. */
      language: language.optional(),
      /** One topic or a list. */
      topics: listOf(line).optional(),
      /** The lead picture, or only its caption and credit. */
      image: imageSchema(picture).optional(),
      /** The publication where the article first appeared. */
      source: z
        .strictObject({
          /** The name of the publication. */
          name: line,
          /** The address of the article in that publication. */
          url: webAddress.optional(),
        })
        .optional(),
      /** The label above the headline. Plain text. Defaults to the name of `form`, if that is not news. */
      kicker: line.optional(),
      /** The article in a few sentences: one or a list. Plain text. */
      keyPoints: listOf(line).optional(),
      /** The form of journalism. */
      form: form.optional(),
      /** What was wrong, and is corrected. */
      corrections: z.array(correction).optional(),
      /** From then on, the article is in no list, and its page says so. After `published`. */
      expires: date.optional(),
      /** Old addresses, which lead to the article: one or a list. Relative to the site. */
      aliases: listOf(alias).optional(),
      /** The series that the article belongs to, and the number of its part. */
      series: series.optional(),
      /** The slug of the original, if the article is a translation. */
      translationOf: line.optional(),
      /** Whether to exclude the article from builds. Defaults to `false`. */
      draft: trueOrFalse.optional(),
    })
    .superRefine(({ published, updated }, context) => {
      if (published === undefined || updated === undefined) return;
      if (!isBefore(updated, published)) return;
      context.addIssue(
        customIssue(['updated'], {
          wrong: `The article was updated (${updated}) before it was published (${published}).`,
          right: 'Swap the two dates, or remove "updated".',
        }),
      );
    });
}

/** The output of `articleSchema`. */
export type ArticleFrontMatter<Picture> = z.output<
  ReturnType<typeof articleSchema<z.ZodType<Picture>>>
>;

function imageSchema<Picture extends z.ZodType>(picture: Picture) {
  return z
    .strictObject({
      /** The path of a picture beside the article. */
      file: z
        .preprocess(
          (path) => (typeof path === 'string' ? toRelativePath(path.trim()) : path),
          picture,
        )
        .optional(),
      /** Describes the picture for people who cannot see it. `""` for a decorative picture. */
      alt: text.optional(),
      /** Describes the picture for everyone. Inline Markdown. */
      caption: inlineMarkdown.optional(),
      /** The author or owner of the picture. Inline Markdown, so that it can link to a licence. */
      credit: inlineMarkdown.optional(),
    })
    .superRefine(({ file, alt, caption, credit }, context) => {
      if (file !== undefined && alt === undefined) {
        context.addIssue(
          customIssue(['file'], {
            wrong: 'The picture has no alternative text.',
            right:
              'Describe the picture for people who cannot see it: alt: "…". If the caption does so, write alt: ""',
          }),
        );
      }
      if (file === undefined && alt !== undefined) {
        context.addIssue(
          customIssue(['alt'], {
            wrong: 'There is alternative text, but no picture.',
            right: 'Add the picture with "file", or remove "alt".',
          }),
        );
      }
      if (file === undefined && caption === undefined && credit === undefined) {
        context.addIssue(
          customIssue([], {
            wrong: 'The image is empty.',
            right: 'Add "file" and "alt", "caption" or "credit", or remove "image".',
          }),
        );
      }
    });
}
