import { closestMatch } from 'leven';
import { z } from 'zod';
import { customIssue, text } from '../article/fields.ts';

/** The name of a time zone in the IANA database: `Europe/Berlin`. */
export const timezone = text.transform((value, context): string => {
  if (isTimezone(value)) return value;
  const suggestion = suggest(value);
  context.addIssue(
    customIssue([], {
      wrong: `"${value}" is not the name of a time zone.`,
      right:
        suggestion === undefined
          ? 'Write the name of a region and a city: Europe/Berlin'
          : `Did you mean "${suggestion}"?`,
    }),
  );
  return z.NEVER;
});

/** Offsets such as `+02:00` are not names: they do not know summer time. */
function isTimezone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Suggests the zone of a city, `Berlin`, or one with a similar name. */
function suggest(value: string): string | undefined {
  const names = Intl.supportedValuesOf('timeZone');
  const city = `/${value.replaceAll(' ', '_').toLowerCase()}`;
  return (
    names.find((name) => name.toLowerCase().endsWith(city)) ??
    closestMatch(value, names, { maxDistance: 3 })
  );
}
