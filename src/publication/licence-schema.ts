import { z } from 'zod';
import { customIssue, line } from '../article/fields.ts';
import { namedAddress } from './links-schema.ts';

/** `CC BY-NC-SA 4.0`, `CC0 1.0`, `CC BY 3.0`. */
const CREATIVE_COMMONS =
  /^CC (?:(?<zero>0|Zero) 1\.0|(?<terms>BY(?:-NC)?(?:-SA|-ND)?) (?<version>[1-4]\.\d))$/i;

/** The name of a Creative Commons licence, or a name with an address. */
export const licenceSchema = z.preprocess(
  (value) => (typeof value === 'string' ? named(value) : value),
  z.union([namedAddress, z.string()]).transform((value, context) => {
    if (typeof value !== 'string') return value;
    context.addIssue(
      customIssue([], {
        wrong: `"${value}" is not a licence with a known address.`,
        right: 'Write CC BY 4.0 or the like, or: { name: …, url: https://… }',
      }),
    );
    return z.NEVER;
  }),
);

function named(text: string): unknown {
  const name = line.safeParse(text.replace(/^CC0/i, 'CC 0'));
  const parts = name.success ? CREATIVE_COMMONS.exec(name.data)?.groups : undefined;
  if (!parts) return text;
  const path =
    parts.terms === undefined
      ? 'publicdomain/zero/1.0'
      : `licenses/${parts.terms.toLowerCase()}/${parts.version ?? ''}`;
  return { name: text.trim(), url: `https://creativecommons.org/${path}/` };
}
