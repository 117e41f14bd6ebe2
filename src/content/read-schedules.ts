import { readFileSync } from 'node:fs';
import { scheduleOf, type Schedule } from '../article/is-published.ts';
import { picturePath } from '../article/picture-path.ts';
import { ProblemsError } from '../article/problem.ts';
import { articleSchema } from '../article/schema.ts';
import { readPublication } from '../publication.ts';
import { findArticles } from './find-articles.ts';
import { readTextParts } from './read-text-parts.ts';
import { splitFrontMatter } from './yaml/read-front-matter.ts';
import { validate } from './yaml/validate.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Returns the schedules of the articles that can be due or expire in the future. Does not parse
 * articles without a future date in their front matter, which are most of them.
 * @param now in milliseconds since 1970 UTC
 * @throws ProblemsError if an article with a future date is invalid
 */
export async function readSchedules(now: number): Promise<Schedule[]> {
  const { timezone } = readPublication();
  const { articles } = await findArticles();
  // The day can be another one in the time zone of a date.
  const today = new Date(now - DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return articles.flatMap(({ file }) => {
    const bytes = readFileSync(file);
    return hasDateSince(today, bytes.toString()) ? [readSchedule(file, bytes, timezone)] : [];
  });
}

/** Whether a text may have a date since a day in its front matter. */
function hasDateSince(day: string, text: string): boolean {
  const parts = splitFrontMatter(text);
  // In YAML, escapes in quotation marks can hide a date: "\x32028-01-01".
  if (!parts.ok || /"[^"\n]*\\/.test(parts.yaml)) return true;
  return [...parts.yaml.matchAll(/\d{4}-\d{2}-\d{2}/g)].some(([date]) => date >= day);
}

function readSchedule(file: string, bytes: Uint8Array, timezone: string | undefined): Schedule {
  const parts = readTextParts(bytes);
  if (!parts.ok) throw new ProblemsError(parts.faults.map((fault) => ({ file, ...fault })));
  const validation = validate(schema, parts.value, file);
  if (!validation.ok) throw new ProblemsError(validation.problems);
  return scheduleOf(validation.value, timezone);
}

const schema = articleSchema(picturePath);
