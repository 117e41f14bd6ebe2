import { z } from 'zod';
import { customIssue, language, line, text, trueOrFalse, webAddress } from '../article/fields.ts';
import { coloursSchema } from './colours-schema.ts';
import { licenceSchema } from './licence-schema.ts';
import { linksSchema, namedAddress } from './links-schema.ts';
import { markFile } from './mark-file.ts';
import { timezone } from './timezone-schema.ts';
import { typefacesSchema } from './typefaces-schema.ts';

/** The keys of `content/publication.yaml`. */
export const publicationSchema = z.strictObject({
  /** Plain text on one line. */
  name: line,
  /** The language of the publication, and of articles without one (BCP 47). */
  language,
  /** One or two sentences of plain text. */
  description: line.optional(),
  /** The URL of the published site. Needed only for outputs with absolute URLs. */
  url: webAddress.superRefine(foldersOnly).optional(),
  /** Links above every page. Defaults to the largest topics, on the front page. */
  navigation: linksSchema.optional(),
  /** Links below every page. Defaults to all pages of `content/pages/`. */
  footer: linksSchema.optional(),
  /** For example `© 2024 The Harbour Press`. Plain text. */
  copyright: line.optional(),
  /** `CC BY 4.0` and the like, or `name` and `url`. */
  licence: licenceSchema.optional(),
  /** An email address, or the address of a page. */
  contact: text.transform(readContact).optional(),
  /** Profiles elsewhere, as words. */
  social: z.array(namedAddress).optional(),
  /** SVG or PNG, shown in place of the name. */
  logo: z.strictObject({ light: markFile, dark: markFile.optional() }).optional(),
  /** SVG or PNG, square: the sign on a tab of the browser. */
  icon: markFile.optional(),
  colours: coloursSchema.optional(),
  typefaces: typefacesSchema.optional(),
  /** The slug of the article that leads the front page. Defaults to the newest. */
  lead: line.optional(),
  /** The time zone in which dates are shown, and begin: `Europe/Berlin`. Defaults to their own, and UTC. */
  timezone: timezone.optional(),
  /** How many articles a page of a list has. */
  articlesPerPage: text.transform(readCount).optional(),
  /** What a page of an article shows besides the article. All default to `true`. */
  show: z
    .strictObject({
      readingTime: trueOrFalse.optional(),
      listen: trueOrFalse.optional(),
      share: trueOrFalse.optional(),
      related: trueOrFalse.optional(),
      downloads: trueOrFalse.optional(),
    })
    .optional(),
});

function foldersOnly(url: string, context: z.core.$RefinementCtx): void {
  const { search, hash, pathname } = new URL(url);
  if (search + hash === '' && !/\.html?$/i.test(pathname)) return;
  context.addIssue(
    customIssue([], {
      wrong: `"${url}" is not the address of a folder.`,
      right: 'Write the folder that contains index.html: https://example.org/news/',
    }),
  );
}

interface Contact {
  /** What the link says. */
  readonly name: string;
  readonly url: string;
}

function readContact(value: string, context: z.core.$RefinementCtx<string>): Contact {
  if (/^[^\s@<>"'?#%&/\\:]+@[^\s@<>"'?#%&/\\:]+\.[^\s@<>"'?#%&/\\:.]+$/.test(value)) {
    return { name: value, url: `mailto:${value}` };
  }
  const address = webAddress.safeParse(value);
  if (address.success) return { name: new URL(address.data).host, url: address.data };
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is neither an email address nor a web address.`,
      right: 'Write desk@example.org, or https://example.org/contact',
    }),
  );
  return z.NEVER;
}

/** With fewer, a page has little more than its lead article; more do not fit the first flight. */
const PAGE_SIZES = { min: 5, max: 50 };

function readCount(value: string, context: z.core.$RefinementCtx<string>): number {
  const { min, max } = PAGE_SIZES;
  const count = /^\d+$/.test(value) ? Number(value) : 0;
  if (count >= min && count <= max) return count;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not a number from ${min} to ${max}.`,
      right: 'Write a number such as 25, the default.',
    }),
  );
  return z.NEVER;
}
