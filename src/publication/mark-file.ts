import { customIssue, text } from '../article/fields.ts';
import { toRelativePath } from '../article/picture-path.ts';

/** The path of a logo or an icon beside `publication.yaml`: `./logo.svg`. Does not check the file. */
export const markFile = text
  .transform((path) => toRelativePath(path))
  .superRefine((path, context) => {
    if (/^\.\/[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*\.(?:svg|png)$/iu.test(path)) return;
    context.addIssue(
      customIssue([], {
        wrong: `"${path}" is not the name of an SVG or PNG file beside publication.yaml.`,
        right: 'Put the file into content/, and write its name: logo.svg',
      }),
    );
  });
