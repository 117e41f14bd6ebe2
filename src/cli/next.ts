import { nextMoment } from '../article/is-published.ts';
import { ProblemsError } from '../article/problem.ts';
import { readSchedules } from '../content/read-schedules.ts';

/*
 * `npm run --silent next`: prints when a build would change something although no file has changed,
 * because an article is due or expires. Reads front matter only, so that a cron job can ask often.
 */

try {
  const next = nextMoment(await readSchedules(Date.now()), Date.now());
  console.log(
    next === undefined
      ? 'Nothing is due: no article waits for its date, and none expires.'
      : new Date(next).toISOString().replace('.000Z', 'Z'),
  );
} catch (error) {
  if (!(error instanceof ProblemsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
