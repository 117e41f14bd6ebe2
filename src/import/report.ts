import { describeProblems, escapeControls, type Problem } from '../article/problem.ts';
import type { Shelving } from './article-shelf.ts';
import type { Recognised } from './convert.ts';

/** A text that became an article, or had become one before. */
export interface ImportedText extends Shelving {
  /** The text's file, or `standard input`. */
  readonly source: string;
  readonly recognised: Recognised;
}

/** How an import ended. */
export interface ImportSummary {
  readonly dryRun: boolean;
  readonly written: number;
  readonly replaced: number;
  readonly thereAlready: number;
  /** Texts that could not be imported. */
  readonly failed: number;
  readonly problems: readonly Problem[];
}

/** Tells of an import while it goes on. Each method returns what is to be printed. */
export interface Report {
  readonly begin: () => string;
  readonly text: (imported: ImportedText) => string;
  readonly end: (summary: ImportSummary) => string;
}

/** For people: what was recognised in each text, and at the end what came of all. */
export function textReport(dryRun: boolean): Report {
  return {
    begin: () => '',
    text: (imported) => `${[heading(imported, dryRun), ...rows(imported)].join('\n')}\n\n`,
    end: (summary) => `${summaryLine(summary)}\n`,
  };
}

/** For programs: one JSON object, whose articles are written as they come. */
export function jsonReport(): Report {
  let count = 0;
  return {
    begin: () => '{"articles":[',
    text: (imported) => `${count++ === 0 ? '' : ','}\n${JSON.stringify(imported)}`,
    end: (summary) => `\n],${JSON.stringify(summary).slice(1)}\n`,
  };
}

/** All problems, as the build tells them. Empty when there are none. */
export function problemReport(problems: readonly Problem[]): string {
  return problems.length === 0 ? '' : `${describeProblems(problems)}\n\n`;
}

function heading({ source, file, status }: ImportedText, dryRun: boolean): string {
  const remarks = {
    written: dryRun ? ' (not written: dry run)' : '',
    replaced: dryRun ? ' (would be replaced: dry run)' : ' (replaced)',
    'there already': ' (there already, left as it is)',
  };
  return escapeControls(`${source} → ${file}${remarks[status]}`);
}

function rows({ recognised, passedOver }: ImportedText): string[] {
  const { headline, caption, credit, byline, standfirst, dateline, published } = recognised;
  const { encoding, notes } = recognised;
  const named: readonly (readonly [string, string | undefined])[] = [
    ['headline', headline],
    ['caption', caption],
    ['credit', credit],
    ['standfirst', standfirst],
    ['byline', byline?.join(', ')],
    ['dateline', dateline],
    ['published', published],
    ['body', bodyInWords(recognised)],
    ['encoding', encoding === 'utf-8' ? undefined : encoding],
  ];
  const all = [...passedOver.map((file) => `${file} has this address, and other words.`), ...notes];
  return [
    ...named.flatMap(([name, value]) => (value === undefined ? [] : [row(name, shorten(value))])),
    ...all.map((note) => row('note', note)),
  ];
}

function row(name: string, value: string): string {
  return escapeControls(`  ${name.padEnd(12)}${value}`);
}

function bodyInWords({ bodyParagraphs, paragraphStyle }: Recognised): string {
  if (bodyParagraphs === 1) return '1 paragraph';
  const how = paragraphStyle === 'lines' ? 'one a line' : 'parted by blank lines';
  return `${bodyParagraphs.toLocaleString('en')} paragraphs, ${how}`;
}

/** In UTF-16 units: what fits beside a name on most terminals. */
const WIDTH = 84;

function shorten(text: string): string {
  if (text.length <= WIDTH) return text;
  // Between whole characters: a mark or a half of an emoji by itself shows as something else.
  const start = text.slice(0, WIDTH - 1);
  const end = new Intl.Segmenter()
    .segment(text.slice(0, 2 * WIDTH))
    .containing(start.length)?.index;
  return `${text.slice(0, end)}…`;
}

function summaryLine({ dryRun, written, replaced, thereAlready, failed }: ImportSummary): string {
  const parts = [
    `${count(written, 'article')} ${dryRun ? 'would be written' : 'written'}`,
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
    ...(thereAlready > 0 ? [`${thereAlready} there already`] : []),
    ...(failed > 0 ? [`${count(failed, 'text')} not imported`] : []),
  ];
  return `${parts.join(', ')}.`;
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}
