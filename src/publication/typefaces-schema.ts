import { z } from 'zod';
import { customIssue, line, listOf } from '../article/fields.ts';

/** The generic families of CSS that need no file (https://www.w3.org/TR/css-fonts-4/#generic-font-families). */
const GENERIC: ReadonlySet<string> = new Set([
  ...['serif', 'sans-serif', 'monospace', 'system-ui'],
  ...['ui-serif', 'ui-sans-serif', 'ui-monospace', 'ui-rounded'],
]);

/** The name of a typeface on the reader's device. Nothing else fits, so it can be written into CSS. */
const name = line.superRefine((value, context) => {
  if (/^[\p{L}\p{N}]+(?:[ _-][\p{L}\p{N}]+)*$/u.test(value) && value.length <= 60) return;
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not the name of a typeface.`,
      right:
        'Write names of typefaces: letters, digits, spaces and hyphens, at most 60 characters.',
    }),
  );
});

/** Stacks of typefaces, the preferred one first. No web fonts: pages load nothing for them. */
export const typefacesSchema = z.strictObject({
  headlines: listOf(name).optional(),
  text: listOf(name).optional(),
  /** Of bylines, captions and controls. */
  labels: listOf(name).optional(),
});

/** Returns the value of `font-family`. @param generic the last resort */
export function fontFamily(names: readonly string[], generic: 'serif' | 'sans-serif'): string {
  const stack = GENERIC.has(names.at(-1) ?? '') ? names : [...names, generic];
  return stack.map((one) => (GENERIC.has(one) ? one : `"${one}"`)).join(',');
}
