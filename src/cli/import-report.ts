import { describeProblems, escapeControls, type Problem } from '../article/problem.ts';
import type { Recognised } from '../import/convert.ts';
import type { ImportedText, ImportSummary } from '../import/import-texts.ts';
import { count } from './count.ts';

/** The output of an import. Each method returns what to print. */
export interface Report {
  readonly begin: () => string;
  readonly text: (text: ImportedText) => string;
  readonly end: (summary: ImportSummary) => string;
}

/** Lines for people: what was recognised in each text, and a summary. */
export function textReport(dryRun: boolean): Report {
  return {
    begin: () => '',
    text: (text) => `${[heading(text, dryRun), ...rows(text)].join('\n')}\n\n`,
    end: (summary) => `${summaryLine(summary)}\n`,
  };
}

/** One JSON object for programs, printed piece by piece. */
export function jsonReport(): Report {
  let texts = 0;
  return {
    begin: () => '{"articles":[',
    text: (text) => `${texts++ === 0 ? '' : ','}\n${JSON.stringify(text)}`,
    end: (summary) => `\n],${JSON.stringify(summary).slice(1)}\n`,
  };
}

/** All problems, as the build prints them. Empty if there are none. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.length === 0 ? '' : `${describeProblems(problems)}\n\n`;
}

function heading({ source, file, status }: ImportedText, dryRun: boolean): string {
  const remarks = {
    written: dryRun ? ' (dry run: not written)' : '',
    replaced: dryRun ? ' (dry run: would be replaced)' : ' (replaced)',
    unchanged: ' (already imported, unchanged)',
  };
  return escapeControls(`${source} → ${file}${remarks[status]}`);
}

function rows({ recognised, conflicts }: ImportedText): string[] {
  const {
    headline,
    caption,
    credit,
    byline,
    standfirst,
    dateline,
    published,
    updated,
    language,
    topics,
  } = recognised;
  const { encoding, notes } = recognised;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['headline', headline],
    ['caption', caption],
    ['credit', credit],
    ['standfirst', standfirst],
    ['byline', byline?.join(', ')],
    ['dateline', dateline],
    ['published', published],
    ['updated', updated],
    ['language', language],
    ['topics', topics?.join(', ')],
    ['draft', recognised.draft ? 'yes' : undefined],
    ['body', describeBody(recognised)],
    ['format', recognised.format === 'text' ? undefined : recognised.format],
    ['encoding', encoding === 'utf-8' ? undefined : encoding],
  ];
  const conflictNotes = conflicts.map((file) => `${file} is a different article.`);
  return [
    ...parts.flatMap(([name, value]) => (value === undefined ? [] : [row(name, shorten(value))])),
    ...[...conflictNotes, ...notes].map((note) => row('note', note)),
  ];
}

function row(name: string, value: string): string {
  return escapeControls(`  ${name.padEnd(12)}${value}`);
}

function describeBody({ bodyParagraphs, paragraphStyle }: Recognised): string {
  if (paragraphStyle === undefined) return count(bodyParagraphs, 'block');
  if (bodyParagraphs === 1) return '1 paragraph';
  const style = paragraphStyle === 'lines' ? 'one per line' : 'separated by blank lines';
  return `${count(bodyParagraphs, 'paragraph')}, ${style}`;
}

/** In UTF-16 units. Fits most terminals, beside the name. */
const MAX_VALUE_LENGTH = 84;

function shorten(text: string): string {
  if (text.length <= MAX_VALUE_LENGTH) return text;
  // Cut between graphemes: half an emoji or a letter without its accent would look different.
  const start = text.slice(0, MAX_VALUE_LENGTH - 1);
  const end = new Intl.Segmenter()
    .segment(text.slice(0, 2 * MAX_VALUE_LENGTH))
    .containing(start.length)?.index;
  return `${text.slice(0, end)}…`;
}

function summaryLine(summary: ImportSummary): string {
  const { dryRun, written, replaced, unchanged, failed } = summary;
  const skipped = Object.entries(summary.skipped).map(([what, number]) => count(number, what));
  const parts = [
    `${count(written, 'article')} ${dryRun ? 'would be written' : 'written'}`,
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${count(failed, 'text')} not imported`] : []),
  ];
  const others = skipped.length === 0 ? '' : ` Not articles: ${skipped.join(', ')}.`;
  return `${parts.join(', ')}.${others}`;
}
